using System.Globalization;

namespace CasinoFloor.Web.Settings;

/// <summary>Reads settings sections into options and collects everything that is wrong, so that one start shows every mistake.</summary>
public sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> _errors = [];

    /// <summary>What is wrong so far, each line naming its setting.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Binds a section over the defaults. Unknown names and unreadable values are errors.</summary>
    /// <param name="section">The section's path.</param>
    /// <param name="options">The defaults, filled in place.</param>
    /// <param name="validate">Gives the errors of the bound options.</param>
    public T Read<T>(string section, T options, Func<T, IEnumerable<string>> validate)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(validate);
        try
        {
            configuration.GetSection(section).Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
            _errors.AddRange(validate(options));
        }
        catch (InvalidOperationException exception)
        {
            _errors.Add(Explain(section, exception));
        }

        return options;
    }

    /// <summary>Adds an error found elsewhere.</summary>
    public void Add(string error) => _errors.Add(error);

    /// <summary>Throws if anything is wrong.</summary>
    /// <exception cref="SettingsException">Its message lists every error.</exception>
    public void ThrowIfWrong()
    {
        if (_errors.Count > 0)
        {
            throw new SettingsException(_errors);
        }
    }

    /// <summary>Names directly under a path that are none of these are errors.</summary>
    /// <param name="path">The path; empty is the top.</param>
    /// <param name="given">The names that are given.</param>
    /// <param name="known">The names that there are.</param>
    public void RefuseUnknown(string path, IEnumerable<string> given, IReadOnlyCollection<string> known)
    {
        foreach (var name in given.Except(known, StringComparer.OrdinalIgnoreCase).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            _errors.Add($"{(path.Length == 0 ? name : $"{path}:{name}")} is no setting; {(path.Length == 0 ? "the sections are" : "there is only")} {string.Join(", ", known)}.");
        }
    }

    private string Explain(string section, InvalidOperationException exception)
    {
        if (UnknownNames(exception.Message) is { Count: > 0 } unknown)
        {
            return string.Join(Environment.NewLine, unknown.SelectMany(name => Paths(configuration.GetSection(section), name)).Select(path => $"{path} is no setting."));
        }

        // The binder says "Failed to convert configuration value 'x' at 'A:B' to type 'T'": its cause says what was expected.
        var cause = exception.InnerException is { } inner ? " " + inner.Message : "";
        return string.Create(CultureInfo.InvariantCulture, $"{section}: {exception.Message}{cause}");
    }

    // The binder says "... were not found on the instance of T: 'A', 'B'", which names neither the path nor what to do.
    private static List<string> UnknownNames(string message)
    {
        const string sign = "not found on the instance of ";
        var at = message.IndexOf(sign, StringComparison.Ordinal);
        return at < 0 ? [] : [.. message[(at + sign.Length)..].Split('\'').Where((_, index) => index % 2 == 1)];
    }

    private static IEnumerable<string> Paths(IConfigurationSection section, string name) =>
        section.GetChildren().SelectMany(child => Paths(child, name).Concat(
            string.Equals(child.Key, name, StringComparison.OrdinalIgnoreCase) ? [child.Path] : []));
}

/// <summary>Settings are wrong; the message lists each with its name and what to do.</summary>
public sealed class SettingsException : Exception
{
    /// <summary>Creates one from the errors.</summary>
    public SettingsException(IReadOnlyCollection<string> errors)
        : base(string.Join(Environment.NewLine, errors))
    {
    }

    /// <summary>Creates one.</summary>
    public SettingsException()
    {
    }

    /// <summary>Creates one.</summary>
    public SettingsException(string message)
        : base(message)
    {
    }

    /// <summary>Creates one.</summary>
    public SettingsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
