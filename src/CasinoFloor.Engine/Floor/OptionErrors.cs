using System.Globalization;

namespace CasinoFloor.Engine.Floor;

/// <summary>Collects what is wrong with settings, each with its full path, so that all of it can be told at once.</summary>
internal sealed class OptionErrors(string path, List<string> errors)
{
    /// <summary>The same list for a nested section.</summary>
    public OptionErrors Section(string name) => new($"{path}:{name}", errors);

    /// <summary>Adds an error unless the rule holds.</summary>
    public void Require(bool holds, string setting, string rule)
    {
        if (!holds)
        {
            errors.Add($"{path}:{setting} {rule}");
        }
    }

    /// <summary>Adds an error unless the value lies in a range, both ends included.</summary>
    public void Within<T>(string setting, T value, T least, T most)
        where T : IComparable<T>, IFormattable
    {
        var invariant = CultureInfo.InvariantCulture;
        Require(
            value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0,
            setting,
            string.Create(invariant, $"must be from {least} to {most}, but is {value}."));
    }
}
