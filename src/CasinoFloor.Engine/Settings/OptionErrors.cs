using System.Globalization;

namespace CasinoFloor.Engine.Settings;

/// <summary>Collects what is wrong with settings, each with its full path, so that all of it can be told at once.</summary>
public sealed class OptionErrors
{
    private readonly string _path;
    private readonly List<string> _errors;

    /// <summary>Begins with no error.</summary>
    /// <param name="section">The section's path: <c>Eventhouse:Embedded</c>.</param>
    public OptionErrors(string section)
        : this(section, [])
    {
    }

    private OptionErrors(string path, List<string> errors)
    {
        _path = path;
        _errors = errors;
    }

    /// <summary>Everything found so far, nested sections included.</summary>
    public IReadOnlyList<string> All => _errors;

    /// <summary>The same list for a nested section.</summary>
    public OptionErrors Section(string name) => new($"{_path}:{name}", _errors);

    /// <summary>Adds an error unless the rule holds.</summary>
    /// <param name="holds">Whether it does.</param>
    /// <param name="setting">The setting's name.</param>
    /// <param name="rule">What it must be, as the rest of a sentence that begins with the setting.</param>
    public void Require(bool holds, string setting, string rule)
    {
        if (!holds)
        {
            _errors.Add($"{_path}:{setting} {rule}");
        }
    }

    /// <summary>Adds an error unless the value lies in a range, both ends included.</summary>
    public void Within<T>(string setting, T value, T least, T most)
        where T : IComparable<T>, IFormattable =>
        Require(
            value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0,
            setting,
            string.Create(CultureInfo.InvariantCulture, $"is {value}; it must be from {least} to {most}."));
}
