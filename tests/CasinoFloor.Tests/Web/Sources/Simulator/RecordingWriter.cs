using System.Text.Json;
using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator;

namespace CasinoFloor.Tests.Web.Sources.Simulator;

/// <summary>Keeps what a simulation sends.</summary>
internal sealed class RecordingWriter : ISimulatedEventWriter
{
    public List<RecordedMessage> Messages { get; } = [];

    public bool HasRoom => true;

    public void Write(in SimulatedMessage message) => Messages.Add(new RecordedMessage(
        message.Stream, System.Text.Encoding.UTF8.GetString(message.Key), System.Text.Encoding.Latin1.GetString(message.Body), message.SentTicks));

    /// <summary>A quiet network: nothing late, twice or garbled.</summary>
    public static SimulatorOptions Clean(int machines) =>
        new() { Machines = machines, LateShare = 0, DuplicateShare = 0, MalformedShare = 0 };

    public static RecordingWriter Run(SimulatorOptions options, TimeSpan duration)
    {
        var start = new DateTime(2026, 11, 20, 18, 0, 0, DateTimeKind.Utc);
        var writer = new RecordingWriter();
        new FloorSimulation(options, FloorPlan.Create(options.Machines, options.Seed), start).Advance(start + duration, writer);
        return writer;
    }
}

internal sealed record RecordedMessage(EventStream Stream, string Key, string Body, long SentTicks)
{
    private JsonElement? _json;

    public JsonElement Json => _json ??= JsonDocument.Parse(Body).RootElement;

    public string Type => Text("event_type");

    public DateTime Time => Json.GetProperty("event_timestamp").GetDateTime();

    public string Text(string field) => Json.TryGetProperty(field, out var value) ? value.GetString()! : "";

    public decimal Amount(string field) => Json.TryGetProperty(field, out var value) ? value.GetDecimal() : 0;
}
