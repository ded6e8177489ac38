using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Simulator;

/// <summary>What the simulator writes, read by the product's own decoder.</summary>
public sealed class SimulatedMessagesTests
{
    private static readonly DecodingOptions Options = new();

    [Fact]
    public void Decode_CleanFloor_NothingIsRefused()
    {
        var messages = RecordingWriter.Run(RecordingWriter.Clean(600), TimeSpan.FromMinutes(15)).Messages;
        foreach (var batch in Decode(messages))
        {
            Assert.NotEqual(0, batch.MessageCount);
            Assert.Equal(0, batch.Rejections.Count);
        }
    }

    [Fact]
    public void Decode_GarbledCopies_AreAllRefusedAndOnlyThose()
    {
        var options = RecordingWriter.Clean(600);
        var clean = RecordingWriter.Run(options, TimeSpan.FromMinutes(15)).Messages;
        options.MalformedShare = 0.05;
        var garbled = RecordingWriter.Run(options, TimeSpan.FromMinutes(15)).Messages;
        var batches = Decode(garbled);
        var reasons = batches.SelectMany(batch => batch.Rejections.Items.ToArray()).Select(rejection => rejection.Reason).ToList();
        Assert.Equal(garbled.Count - clean.Count, reasons.Count);
        Assert.Superset(
            new HashSet<RejectionReason>
            {
                RejectionReason.NotJson, RejectionReason.BadTimestamp, RejectionReason.UnknownEventType, RejectionReason.MissingField,
                RejectionReason.NegativeAmount,
            },
            reasons.ToHashSet());
    }

    [Fact]
    public void Decode_Spin_HasItsFigures()
    {
        var messages = RecordingWriter.Run(RecordingWriter.Clean(600), TimeSpan.FromMinutes(5)).Messages;
        var spin = messages.First(message => message.Type == "SPIN" && message.Text("player_id").Length > 0);
        var batch = Decode([spin])[0];
        ref var decoded = ref batch.Slots[0];
        Assert.Equal(spin.Amount("wager_amount"), decoded.Wager.ToDecimal());
        Assert.Equal(spin.Amount("payout_amount"), decoded.Payout.ToDecimal());
        Assert.Equal(spin.Key, batch.GetString(decoded.MachineId));
        Assert.Equal(spin.Text("player_id"), batch.GetString(decoded.PlayerId));
        Assert.InRange(decoded.HopperLevel, 0, 100);
        Assert.False(decoded.EventId.IsEmpty);
        Assert.Equal(new DateTime(decoded.Timestamp, DateTimeKind.Utc), spin.Time);
    }

    private static List<EventBatch> Decode(IReadOnlyCollection<RecordedMessage> messages)
    {
        var decoder = new EventDecoder(ShippedDialects.Under(Options), Options);
        return [.. messages.GroupBy(message => message.Stream).Select(stream =>
        {
            var batch = new EventBatch();
            batch.Reset(stream.Key);
            batch.Dialect = SimulatorSource.Dialect;
            foreach (var message in stream)
            {
                batch.Add(System.Text.Encoding.Latin1.GetBytes(message.Body), 0, batch.MessageCount, 0);
            }

            decoder.Decode(batch, new DateTime(2026, 11, 20, 20, 0, 0, DateTimeKind.Utc).Ticks);
            return batch;
        })];
    }
}
