using CasinoFloor.Engine.Layouts;
using CasinoFloor.Web.Layouts;

namespace CasinoFloor.Web.Components.Layouts;

/// <summary>The machines as the editor's drawing needs them at its start, in columns; read by <c>wwwroot/js/layout/scene.js</c>.</summary>
public sealed record LayoutScene
{
    /// <summary>Edge of a machine.</summary>
    public required double Size { get; init; }

    /// <summary>Width of the floor; 0 where it is not known.</summary>
    public required double Width { get; init; }

    /// <summary>Height of the floor.</summary>
    public required double Height { get; init; }

    /// <summary>Ids.</summary>
    public required IReadOnlyList<string> Id { get; init; }

    /// <summary>Sections.</summary>
    public required IReadOnlyList<string> Section { get; init; }

    /// <summary>Banks.</summary>
    public required IReadOnlyList<string> Bank { get; init; }

    /// <summary>Centres; null where a machine stands nowhere.</summary>
    public required IReadOnlyList<double?> X { get; init; }

    /// <summary>Centres.</summary>
    public required IReadOnlyList<double?> Y { get; init; }

    /// <summary>Turns in degrees.</summary>
    public required IReadOnlyList<double> Angle { get; init; }

    /// <summary>What holds besides.</summary>
    public required LayoutPatch Patch { get; init; }
}

/// <summary>What changed in the drawing: machines in columns, and what is chosen and wrong now.</summary>
public sealed record LayoutPatch
{
    /// <summary>Machines that changed.</summary>
    public required IReadOnlyList<int> Index { get; init; }

    /// <summary>Ids of those that are new, which are the last ones.</summary>
    public required IReadOnlyList<string> Id { get; init; }

    /// <summary>Their sections.</summary>
    public required IReadOnlyList<string> Section { get; init; }

    /// <summary>Their banks.</summary>
    public required IReadOnlyList<string> Bank { get; init; }

    /// <summary>Their centres; null where a machine stands nowhere.</summary>
    public required IReadOnlyList<double?> X { get; init; }

    /// <summary>Their centres.</summary>
    public required IReadOnlyList<double?> Y { get; init; }

    /// <summary>All that are chosen.</summary>
    public required IReadOnlyList<int> Selected { get; init; }

    /// <summary>All that overlap.</summary>
    public required IReadOnlyList<int> Overlapping { get; init; }

    /// <summary>All that stand outside.</summary>
    public required IReadOnlyList<int> Outside { get; init; }

    /// <summary>Whether there is anything to save.</summary>
    public bool IsChanged { get; init; }

    /// <summary>The picture under them.</summary>
    public LayoutPicture? Background { get; init; }

    /// <summary>Distance of the grid's lines; 0 for none.</summary>
    public double Grid { get; init; }
}

/// <summary>The picture under the machines.</summary>
/// <param name="Url">Its address.</param>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width.</param>
public sealed record LayoutPicture(string Url, double X, double Y, double Width)
{
    /// <summary>The picture of a background; null for none.</summary>
    public static LayoutPicture? Of(LayoutBackground? background) =>
        background is null ? null : new($"{LayoutExtensions.Images.TrimStart('/')}/{background.File}", background.X, background.Y, background.Width);
}
