using System.CommandLine;
using CasinoFloor.Web.Settings;

namespace CasinoFloor.Web.Commands;

/// <summary>Options that every command takes. They are settings by another way: each becomes a configuration value.</summary>
public sealed class CommonOptions
{
    private readonly Option<string?> _source = new("--source")
    {
        Description = "Where events come from: simulator (default), replay or kafka.",
        Recursive = true,
    };

    private readonly Option<string?> _data = new("--data")
    {
        Description = "Folder of the embedded Eventhouse. Default: a folder per source under the user's local application data.",
        HelpName = "DIR",
        Recursive = true,
    };

    private readonly Option<string?> _urls = new("--urls")
    {
        Description = "Addresses to listen on, separated by ';'. Default: http://localhost:8080.",
        Recursive = true,
    };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Any setting, as Section:Name=value; may be given several times.",
        HelpName = "NAME=VALUE",
        Recursive = true,
        DefaultValueFactory = _ => [],
    };

    /// <summary>Creates the options with their checks.</summary>
    public CommonOptions()
    {
        _source.AcceptOnlyFromAmong("simulator", "replay", "kafka");
        _set.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) < 1))
            {
                result.AddError($"--set wants NAME=VALUE, as in --set Pipeline:Tick=00:00:01; it was given '{token.Value}'.");
            }
        });
    }

    /// <summary>Adds them to the root command; they hold for the commands below it as well.</summary>
    public void AddTo(RootCommand root)
    {
        ArgumentNullException.ThrowIfNull(root);
        root.Options.Add(_source);
        root.Options.Add(_data);
        root.Options.Add(_urls);
        root.Options.Add(_set);
    }

    /// <summary>What was given, as configuration values.</summary>
    public Dictionary<string, string?> Read(ParseResult parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in parsed.GetValue(_set) ?? [])
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            values[pair[..at]] = pair[(at + 1)..];
        }

        Put($"{AppOptions.Section}:Source", parsed.GetValue(_source));
        Put($"{AppOptions.Section}:Data", parsed.GetValue(_data));
        Put("Urls", parsed.GetValue(_urls));
        return values;

        void Put(string name, string? value)
        {
            if (value is not null)
            {
                values[name] = value;
            }
        }
    }
}
