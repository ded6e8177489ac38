using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CasinoFloor.Engine.Decoding;

/// <summary>
/// The dialects of the settings' section <c>Dialects</c>, compiled. Made either from options that the host has bound, or
/// from the JSON text of the same file; both give the same. Immutable.
/// </summary>
public sealed class DialectSet
{
    /// <summary>Name of the settings section.</summary>
    public const string Section = "Dialects";

    /// <summary>The dialect that all others start from.</summary>
    public const string DefaultName = "default";

    private static readonly JsonSerializerOptions FileFormat = new()
    {
        AllowTrailingCommas = true,
        PropertyNameCaseInsensitive = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private readonly Dictionary<string, Dialect> _dialects;

    private DialectSet(Dictionary<string, Dialect> dialects, string configured)
    {
        _dialects = dialects;
        Configured = dialects[configured];
    }

    /// <summary>The dialect of batches that name none (<see cref="DecodingOptions.Dialect"/>).</summary>
    public Dialect Configured { get; }

    /// <summary>All dialects, by name; <see cref="DefaultName"/> first.</summary>
    public IEnumerable<Dialect> All =>
        _dialects.Values.OrderBy(dialect => dialect.Name != DefaultName).ThenBy(dialect => dialect.Name, StringComparer.Ordinal);

    /// <summary>The dialect of a name, ignoring case; <see cref="Configured"/> for null.</summary>
    public bool TryGet(string? name, [NotNullWhen(true)] out Dialect? dialect)
    {
        dialect = Configured;
        return name is null || _dialects.TryGetValue(name, out dialect);
    }

    /// <summary>Compiles dialects.</summary>
    /// <param name="dialects">Options by name; one is called <see cref="DefaultName"/>.</param>
    /// <param name="decoding">Zone of the property and name of the configured dialect.</param>
    /// <param name="set">The set, when there are no errors.</param>
    /// <param name="errors">Everything wrong, each naming its setting.</param>
    public static bool TryCreate(
        IReadOnlyDictionary<string, DialectOptions> dialects,
        DecodingOptions decoding,
        [NotNullWhen(true)] out DialectSet? set,
        out IReadOnlyList<string> errors)
    {
        ArgumentNullException.ThrowIfNull(dialects);
        ArgumentNullException.ThrowIfNull(decoding);
        var found = new List<string>(decoding.Validate());
        errors = found;
        set = null;
        var compiled = new Dictionary<string, Dialect>(StringComparer.OrdinalIgnoreCase);
        var basis = dialects.FirstOrDefault(pair => string.Equals(pair.Key, DefaultName, StringComparison.OrdinalIgnoreCase)).Value;
        if (basis is null)
        {
            found.Add($"{Section}:{DefaultName} is missing; every dialect starts from it.");
            return false;
        }

        foreach (var (name, options) in dialects)
        {
            var merged = ReferenceEquals(options, basis) ? basis : DialectMerge.Over(basis, options);
            if (new DialectCompiler(name, $"{Section}:{name}", found).Compile(merged, decoding.TimeZone) is { } dialect)
            {
                compiled[name] = dialect;
            }
        }

        if (!dialects.Keys.Contains(decoding.Dialect, StringComparer.OrdinalIgnoreCase))
        {
            found.Add($"{DecodingOptions.Section}:{nameof(decoding.Dialect)} is '{decoding.Dialect}'; "
                + $"the dialects are {string.Join(", ", dialects.Keys.Order(StringComparer.Ordinal))}.");
        }

        set = found.Count == 0 ? new DialectSet(compiled, decoding.Dialect) : null;
        return set is not null;
    }

    /// <summary>The dialects of a settings file: <c>{ "Dialects": { "default": { ... }, "peer": { ... } } }</c>.</summary>
    /// <exception cref="InvalidDataException">The text is not such a file, or its settings are wrong; the message has every error.</exception>
    public static DialectSet FromJson(ReadOnlySpan<byte> utf8Json, DecodingOptions decoding)
    {
        var options = ReadOptions(utf8Json);
        return TryCreate(options, decoding, out var set, out var errors)
            ? set
            : throw new InvalidDataException(string.Join(Environment.NewLine, errors));
    }

    /// <summary>The options of a settings file, by dialect.</summary>
    /// <exception cref="InvalidDataException">The text is not such a file.</exception>
    public static IReadOnlyDictionary<string, DialectOptions> ReadOptions(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            return JsonSerializer.Deserialize<DialectFile>(utf8Json, FileFormat)?.Dialects ?? [];
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"The dialects' settings cannot be read: {error.Message}", error);
        }
    }

    private sealed class DialectFile
    {
        public Dictionary<string, DialectOptions> Dialects { get; } = new(StringComparer.OrdinalIgnoreCase);
    }
}
