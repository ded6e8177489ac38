using System.Globalization;
using System.Text.Json;
using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator;
using CasinoFloor.Web.Sources.Simulator.Floor;
using CasinoFloor.Web.Sources.Simulator.Output;

namespace CasinoFloor.Tests.Web.Sources.Simulator;

/// <summary>Keeps what a simulation sends; with a text, only the messages that hold it, so that a day of a large floor fits.</summary>
internal sealed class RecordingWriter(string? only = null) : ISimulatedEventWriter
{
    private readonly byte[] _only = System.Text.Encoding.UTF8.GetBytes(only ?? "");

    public List<RecordedMessage> Messages { get; } = [];

    public bool HasRoom => true;

    public void Write(in SimulatedMessage message)
    {
        if (message.Body.IndexOf(_only) >= 0)
        {
            Messages.Add(new RecordedMessage(
                message.Stream, System.Text.Encoding.UTF8.GetString(message.Key), System.Text.Encoding.Latin1.GetString(message.Body), message.SentTicks));
        }
    }

    /// <summary>A quiet network and a steady house: nothing late, twice or garbled, no bank fails, and every hour is like the others.</summary>
    public static SimulatorOptions Clean(int machines) => new()
    {
        Machines = machines,
        LateShare = 0,
        DuplicateShare = 0,
        MalformedShare = 0,
        PowerLossesPerDay = 0,
        NetworkGapsPerDay = 0,
        HourCurve = string.Join(' ', Enumerable.Repeat("1", 24)),
        WeekdayCurve = string.Join(' ', Enumerable.Repeat("1", 7)),
    };

    /// <summary>The first moment of <see cref="Run"/>: a Friday, 10:00 in Los Angeles.</summary>
    public static DateTime Start { get; } = new(2026, 11, 20, 18, 0, 0, DateTimeKind.Utc);

    public static RecordingWriter Run(SimulatorOptions options, TimeSpan duration, DateTime? from = null, string? only = null)
    {
        var start = from ?? Start;
        var writer = new RecordingWriter(only);
        new FloorSimulation(options, FloorPlan.Create(options), start).Advance(start + duration, writer);
        return writer;
    }
}

internal sealed record RecordedMessage(EventStream Stream, string Key, string Body, long SentTicks)
{
    private JsonElement? _json;

    public JsonElement Json => _json ??= JsonDocument.Parse(Body).RootElement;

    public string Type => Text("event_type");

    public DateTime Time => DateTime.Parse(Value("event_timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);

    public string Text(string field) => Value(field).ToString();

    public decimal Amount(string field) => Value(field) is { Length: > 0 } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : 0;

    // The simulator's objects are flat and without escapes; a parser for each of a million messages would take minutes.
    private ReadOnlySpan<char> Value(string field)
    {
        var name = $"\"{field}\":";
        var at = Body.IndexOf(name, StringComparison.Ordinal);
        if (at < 0)
        {
            return default;
        }

        var value = Body.AsSpan(at + name.Length);
        return value[0] == '"' ? value[1..][..value[1..].IndexOf('"')] : value[..value.IndexOfAny(',', '}')];
    }
}
