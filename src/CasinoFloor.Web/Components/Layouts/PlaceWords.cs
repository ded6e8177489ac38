using System.Globalization;
using CasinoFloor.Engine.Drawing;
using CasinoFloor.Engine.Layouts;

namespace CasinoFloor.Web.Components.Layouts;

/// <summary>What became of a machine between two layouts, in words.</summary>
public static class PlaceWords
{
    /// <summary>Whence and whither, and its bank where that is another one: "from 3, 4 to 70, 70, bank B-2 instead of B-1".</summary>
    /// <param name="before">Where it stood; null where nobody knew of it.</param>
    /// <param name="after">Where it stands; null is nowhere.</param>
    public static string Of(LayoutPlace? before, LayoutPlace? after)
    {
        var moved = (before?.At, after?.At) switch
        {
            (null, { } to) => $"onto the floor at {Text(to)}",
            ({ } from, null) => $"off the floor, from {Text(from)}",
            ({ } from, { } to) when from != to => $"from {Text(from)} to {Text(to)}",
            _ => "",
        };
        var regrouped = (before?.Bank ?? "", after?.Bank ?? "") switch
        {
            var (was, isNow) when was == isNow => "",
            ("", var isNow) => $"into bank {isNow}",
            (var was, "") => $"out of bank {was}",
            var (was, isNow) => $"bank {isNow} instead of {was}",
        };
        return string.Join(", ", new[] { moved, regrouped }.Where(words => words.Length > 0));
    }

    private static string Text(FloorPoint at) => string.Create(CultureInfo.InvariantCulture, $"{at.X:0.##}, {at.Y:0.##}");
}
