using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Decoding;

/// <summary>Compiles one dialect and collects every error of its settings, each naming the setting.</summary>
internal sealed class DialectCompiler(string name, string settingsPath, List<string> errors)
{
    /// <summary>The dialect; null when it has errors.</summary>
    public Dialect? Compile(DialectOptions options, string propertyTimeZone)
    {
        var before = errors.Count;
        var zoneId = string.IsNullOrWhiteSpace(options.TimeZone) ? propertyTimeZone : options.TimeZone;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zoneId, out var zone))
        {
            errors.Add($"{settingsPath}:{nameof(DialectOptions.TimeZone)} is '{zoneId}', which is no known time zone.");
        }

        var directions = Directions(options.CashFlow);
        var methods = CheckNames(options.CashFlow.PaymentMethods, $"{settingsPath}:CashFlow:PaymentMethods");
        var streams = new StreamDialect?[EventStreams.Count];
        foreach (var stream in EventStreams.All)
        {
            var (settings, section) = stream switch
            {
                EventStream.Slot => (options.Slot, nameof(options.Slot)),
                EventStream.Table => (options.Table, nameof(options.Table)),
                EventStream.Security => (options.Security, nameof(options.Security)),
                _ => (options.Cash, nameof(options.Cash)),
            };
            var compiler = new StreamDialectCompiler(stream, settings, $"{settingsPath}:{section}", errors);
            streams[(int)stream] = compiler.Compile(stream == EventStream.Cash ? directions : []);
        }

        return errors.Count > before || zone is null
            ? null
            : new Dialect(name, zone, Array.ConvertAll(streams, stream => stream!), new Utf8NameTable(methods));
    }

    private Dictionary<string, CashDirection> Directions(CashFlowOptions flow)
    {
        var directions = new Dictionary<string, CashDirection>(StringComparer.OrdinalIgnoreCase);
        foreach (var type in CheckNames(flow.In, $"{settingsPath}:CashFlow:In"))
        {
            directions[type] = CashDirection.In;
        }

        foreach (var type in CheckNames(flow.Out, $"{settingsPath}:CashFlow:Out"))
        {
            if (!directions.TryAdd(type, CashDirection.Out))
            {
                errors.Add($"{settingsPath}:CashFlow:Out has '{type}', which stands in CashFlow:In as well (or twice).");
            }
        }

        return directions;
    }

    private string[] CheckNames(string[] names, string path)
    {
        foreach (var entry in names)
        {
            if (!Utf8NameTable.IsValid(entry))
            {
                errors.Add($"{path} has '{entry}', which is not a name of printable ASCII characters.");
            }
        }

        return Array.FindAll(names, Utf8NameTable.IsValid);
    }
}
