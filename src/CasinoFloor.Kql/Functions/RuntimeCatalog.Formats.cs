using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CasinoFloor.Kql.Functions;

/// <content>Formats of moments and durations, and text formats other than JSON.</content>
internal static partial class RuntimeCatalog
{
    private static readonly string[] ByteUnits = ["Bytes", "KB", "MB", "GB", "TB", "PB", "EB"];

    private static void AddFormats(Action<string, RuntimeFunction> add)
    {
        add("format_datetime", a => Moment(a[0]) is { } t ? Format(a[1]!, (letter, count) => FormatPart(t, letter, count)) : null);
        add("format_timespan", a => Long(a[0]) is { } ticks ? (ticks < 0 ? "-" : "") + Format(a[1]!, (letter, count) => FormatPart(ticks, letter, count)) : null);
        add("format_bytes", a => Real(a[0]) is { } size ? FormatBytes(size, Long(At(a, 1)) ?? 0, At(a, 2) ?? "") : "");
        add("parse_csv", a => Json.Write(Csv(a[0]!).Select(Json.Text)));
        add("parse_url", a => ParseUrl(a[0]!));
        add("parse_urlquery", a => Json.Write([KeyValuePair.Create("Query Parameters", Query(a[0]!))]));
        add("parse_path", a => ParsePath(a[0]!));
        add("parse_xml", a => XmlText.ToJson(a[0]!));
        add("parse_command_line", a => Json.Write(CommandLine.Split(a[0]!).Select(Json.Text)));
        add("punycode_from_string", a => Punycode.Encode(a[0]!) ?? "");
        add("punycode_to_string", a => Punycode.Decode(a[0]!) ?? "");
        add("punycode_domain_from_string", a => Domain(a[0]!, label => Ascii.IsValid(label) ? label : Punycode.Encode(label) is { } code ? "xn--" + code : null));
        add("punycode_domain_to_string", a => Domain(a[0]!, label => label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase) ? Punycode.Decode(label[4..]) : label));
        add("parse_version", a => ParseVersion(a[0]!));
        add("extract_json", a => ExtractJson(a[0]!, a[1]!));
    }

    private static string FormatBytes(double size, long digits, string unit)
    {
        var index = unit.Length == 0
            ? double.IsFinite(size) ? (int)Math.Clamp(Math.Floor(Math.Log2(Math.Max(1, Math.Abs(size))) / 10), 0, ByteUnits.Length - 1) : 0
            : Array.IndexOf(ByteUnits, unit);
        return index < 0 ? "" : Round(size / Math.Pow(1024, index), Math.Clamp(digits, 0, 15)).ToString(CultureInfo.InvariantCulture) + " " + ByteUnits[index];
    }

    /// <summary>A domain name label by label; empty when a label cannot be done.</summary>
    private static string Domain(string name, Func<string, string?> label)
    {
        var labels = name.Split('.').Select(label).ToList();
        return labels.Contains(null) ? "" : string.Join('.', labels);
    }

    /// <summary>Replaces each run of one letter; other characters stay.</summary>
    private static string Format(string format, Func<char, int, (string? Text, int Used)> part)
    {
        var result = new StringBuilder();
        for (var i = 0; i < format.Length;)
        {
            var run = 1;
            while (i + run < format.Length && format[i + run] == format[i])
            {
                run++;
            }

            var (text, used) = part(format[i], run);
            result.Append(text ?? format[i].ToString());
            i += text is null ? 1 : used;
        }

        return result.ToString();
    }

    private static string Number(long value, int width) => value.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');

    private static (string? Text, int Used) FormatPart(DateTime t, char letter, int run)
    {
        // Two letters at most: 'dddd' is 'dd' twice, as the engine has no names of days and months.
        var two = Math.Min(run, 2);
        switch (letter)
        {
            case 'y':
                return run >= 4 ? (Number(t.Year, 4), 4) : (Number(t.Year % 100, two), two);
            case 'M':
                return (Number(t.Month, two), two);
            case 'd':
                return (Number(t.Day, two), two);
            case 'H':
                return (Number(t.Hour, two), two);
            case 'h':
                return (Number((t.Hour + 11) % 12 + 1, two), two);
            case 'm':
                return (Number(t.Minute, two), two);
            case 's':
                return (Number(t.Second, two), two);
            case 't':
                return (run >= 2 ? t.Hour < 12 ? "AM" : "PM" : t.Hour < 12 ? "A" : "P", two);
            case 'f' or 'F':
                return Fraction(t.Ticks % TimeSpan.TicksPerSecond, letter, run);
            default:
                return (null, 1);
        }
    }

    private static (string? Text, int Used) FormatPart(long ticks, char letter, int run)
    {
        var span = ticks == long.MinValue ? TimeSpan.MaxValue : TimeSpan.FromTicks(Math.Abs(ticks));
        var two = Math.Min(run, 2);
        return letter switch
        {
            'd' => (Number(span.Days, Math.Min(run, 8)), Math.Min(run, 8)),
            'h' or 'H' => (Number(span.Hours, two), two),
            'm' => (Number(span.Minutes, two), two),
            's' => (Number(span.Seconds, two), two),
            'f' or 'F' => Fraction(span.Ticks % TimeSpan.TicksPerSecond, letter, run),
            _ => (null, 1),
        };
    }

    private static (string? Text, int Used) Fraction(long ticks, char letter, int run)
    {
        var used = Math.Min(run, 7);
        var text = Number(ticks, 7)[..used];
        return (letter == 'F' ? text.TrimEnd('0') : text, used);
    }

    /// <summary>The fields of the first record, e.g. <c>a,"b, ""c""",d</c>.</summary>
    private static List<string> Csv(string text)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && field.Length == 0)
            {
                for (i++; i < text.Length; i++)
                {
                    if (text[i] == '"')
                    {
                        if (i + 1 >= text.Length || text[i + 1] != '"')
                        {
                            break;
                        }

                        i++;
                    }

                    field.Append(text[i]);
                }
            }
            else if (text[i] == ',')
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else if (text[i] is '\n' or '\r')
            {
                break;
            }
            else
            {
                field.Append(text[i]);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }

    private static string ParseUrl(string text)
    {
        var rest = text;
        string Cut(char sign, bool after)
        {
            var at = rest.IndexOf(sign, StringComparison.Ordinal);
            if (at < 0)
            {
                return "";
            }

            var part = after ? rest[(at + 1)..] : rest[..at];
            rest = after ? rest[..at] : rest[(at + 1)..];
            return part;
        }

        var fragment = Cut('#', true);
        var query = Cut('?', true);
        var colon = rest.IndexOf("://", StringComparison.Ordinal);
        var scheme = colon > 0 ? rest[..colon] : "";
        rest = colon > 0 ? rest[(colon + 3)..] : rest;
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var path = slash < 0 ? "" : rest[slash..];
        rest = slash < 0 ? rest : rest[..slash];
        var user = Cut('@', false);
        var password = "";
        if (user.IndexOf(':', StringComparison.Ordinal) is var mark and >= 0)
        {
            (user, password) = (user[..mark], user[(mark + 1)..]);
        }

        var port = rest.StartsWith('[') ? "" : Cut(':', true);
        return Json.Write(
        [
            KeyValuePair.Create("Scheme", Json.Text(scheme)), KeyValuePair.Create("Host", Json.Text(rest)), KeyValuePair.Create("Port", Json.Text(port)),
            KeyValuePair.Create("Path", Json.Text(path)), KeyValuePair.Create("Username", Json.Text(user)), KeyValuePair.Create("Password", Json.Text(password)),
            KeyValuePair.Create("Query Parameters", Query(query)), KeyValuePair.Create("Fragment", Json.Text(fragment)),
        ]);
    }

    private static string Query(string query)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            members[equals < 0 ? pair : pair[..equals]] = Json.Text(equals < 0 ? "" : pair[(equals + 1)..]);
        }

        return Json.Write(members);
    }

    private static string ParsePath(string path)
    {
        var rest = path;
        var scheme = rest.IndexOf("://", StringComparison.Ordinal) is var at and > 0 ? rest[..at] : "";
        rest = scheme.Length > 0 ? rest[(scheme.Length + 3)..] : rest;
        var stream = "";
        var last = rest.LastIndexOfAny(['/', '\\']);
        var name = rest[(last + 1)..];
        if (name.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && last >= 0)
        {
            (name, stream) = (name[..colon], name[(colon + 1)..]);
        }

        var directory = last < 0 ? "" : rest[..last];
        var parent = directory[(directory.LastIndexOfAny(['/', '\\']) + 1)..];
        var root = directory.Length > 1 && directory[1] == ':' ? directory[..2] : "";
        var extension = name.LastIndexOf('.') is var dot and >= 0 ? name[(dot + 1)..] : "";
        return Json.Write(
        [
            KeyValuePair.Create("Scheme", Json.Text(scheme)), KeyValuePair.Create("RootPath", Json.Text(root)), KeyValuePair.Create("DirectoryPath", Json.Text(directory)),
            KeyValuePair.Create("DirectoryName", Json.Text(parent)), KeyValuePair.Create("Filename", Json.Text(name)), KeyValuePair.Create("Extension", Json.Text(extension)),
            KeyValuePair.Create("AlternateDataStreamName", Json.Text(stream)),
        ]);
    }

    /// <summary>Up to four parts of eight digits each as one number, so that versions compare as numbers do.</summary>
    private static string? ParseVersion(string text)
    {
        var parts = text.Split('.');
        if (parts.Length is 0 or > 4 || parts[0].Length > 4 || parts.Any(p => p.Length is 0 or > 8 || !p.All(char.IsAsciiDigit)))
        {
            return null;
        }

        decimal value = 0;
        for (var i = 0; i < 4; i++)
        {
            value = (value * 100_000_000m) + (i < parts.Length ? decimal.Parse(parts[i], CultureInfo.InvariantCulture) : 0);
        }

        return value.ToString(CultureInfo.InvariantCulture);
    }

    private static string ExtractJson(string path, string text)
    {
        var value = Json.Parse(text);
        if (!path.StartsWith('$'))
        {
            return "";
        }

        foreach (var step in path[1..].Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (value is not { } current)
            {
                return "";
            }

            var key = step.Trim('[', ']').Trim('\'', '"');
            value = current.ValueKind == JsonValueKind.Object && current.TryGetProperty(key, out var member) ? member
                : current.ValueKind == JsonValueKind.Array && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < current.GetArrayLength() ? current[index]
                : null;
        }

        return value is { } found ? TextOfDynamic(found.GetRawText()) ?? "" : "";
    }
}
