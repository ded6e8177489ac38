using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Events;
using Xunit;

namespace CasinoFloor.Tests.Engine.Decoding;

/// <summary>
/// Mutated messages of every stream and dialect. The environment variable CASINOFLOOR_FUZZ sets how many in all.
/// </summary>
public sealed class DecoderFuzzTests
{
    private const int UsualCount = 200_000;
    private const int BatchSize = 500;

    private static readonly DecodingOptions Options = new();

    private static readonly string[][] Samples =
    [
        [
            Decoded.Spin("\"event_id\":\"e-1\",\"floor_section\":\"High \\u004cimit\",\"hopper_level\":55.5,\"error_message\":\"caf\u00e9\""),
            Decoded.Event("BILL_IN", "\"coin_in\":20,\"denomination\":0.25"),
            Decoded.Event("METER", "\"coin_in\":12345.67,\"coin_out\":\"2345.67\",\"other\":[1,{\"a\":null}]"),
            Decoded.Event("JACKPOT", "\"jackpot_amount\":1200,\"coin_out\":1200,\"theoretical_hold\":0.07,\"player_id\":12"),
            "{\"machine_id\": \"S\", \"zone\": \"VIP\", \"event_type\": \"GAME_PLAY\", \"event_timestamp\": \"2026-11-20T10:00:00\", \"coin_in\": 4e2, \"coin_out\": 0.0}",
        ],
        [
            "{\"table_id\":\"T\",\"event_type\":\"rating_end\",\"event_timestamp\":\"2026-11-20T10:00:02\",\"average_bet\":10.5,\"hands_played\":162,\"hours_played\":2.5,\"actual_win_loss\":-17.3,\"fill_slip_number\":\"F\"}",
            "{\"event_id\":\"b\",\"table_id\":\"T\",\"zone\":\"Pit\",\"event_type\":\"BUY_IN\",\"event_timestamp\":1795197640,\"amount\":500,\"chip_denomination\":25}",
        ],
        [
            "{\"event_type\":\"ACCESS_DENIED\",\"event_timestamp\":\"2026-11-20T10:00:10Z\",\"access_granted\":false,\"access_denied_reason\":\"Expired \\\"badge\\\"\",\"severity_level\":\"LOW\"}",
            "{\"event_type\":\"door\",\"event_timestamp\":\"2026-11-20 10:00:10+01:00\",\"description\":\"\\ud83c\\udfb0 what\",\"incident_description\":\"x\"}",
        ],
        [
            "{\"transaction_id\":\"x\",\"transaction_type\":\"CASH_IN\",\"transaction_timestamp\":\"2026-11-20T10:00:40\",\"amount\":9999.99,\"payment_method\":\"Cash\"}",
            "{\"event_type\":\"chip_redemption\",\"event_timestamp\":\"2026-11-20T10:00:40.5-08:00\",\"amount\":\"12.5\",\"payment_method\":\"C\\u0061sh\"}",
        ],
    ];

    [Fact]
    public void Decode_MutatedMessages_NeverThrowsAndAccountsForEach()
    {
        var setting = Environment.GetEnvironmentVariable("CASINOFLOOR_FUZZ");
        var count = setting is null ? UsualCount : int.Parse(setting, CultureInfo.InvariantCulture);
        var decoder = new EventDecoder(Decoded.Dialects, Options);
        var probe = new TimestampReader(Decoded.Dialects.Configured);
        var mutators = Samples.Select(
            (samples, i) => new MessageMutator(1000 + i, [.. samples.Select(Encoding.UTF8.GetBytes)])).ToArray();
        var batch = new EventBatch();
        int events = 0, rejections = 0;
        for (var done = 0; done < count; done += BatchSize)
        {
            var round = done / BatchSize;
            var stream = EventStreams.All[round % EventStreams.Count];
            batch.Reset(stream);
            batch.Dialect = round / EventStreams.Count % 2 == 0 ? null : "peer";
            batch.TimeShift = round % 16 == 15 ? TimeSpan.TicksPerDay : 0;
            for (var i = 0; i < BatchSize; i++)
            {
                batch.Add(mutators[(int)stream].Next(), 0, done + i, 0);
            }

            decoder.Decode(batch, Decoded.Now.Ticks);

            var decoded = batch.Slots.Count + batch.Tables.Count + batch.Securities.Count + batch.Cashes.Count;
            Check(decoded + batch.Rejections.Count == BatchSize, "every message is one event or one rejection");
            CheckOrder(batch);
            CheckEvents(batch);
            _ = probe.TryRead(batch.Body(batch.Messages[round % BatchSize]), stream, out _);
            events += decoded;
            rejections += batch.Rejections.Count;
        }

        // The mutations are worth their time only when they leave many messages on either side.
        Check(events > count / 10 && rejections > count / 10, $"{events} events and {rejections} rejections are a fair mix");
    }

    private static void CheckOrder(EventBatch batch)
    {
        var messages = new List<int>(BatchSize);
        foreach (ref readonly var item in batch.Slots.Items) messages.Add(item.Message);
        foreach (ref readonly var item in batch.Tables.Items) messages.Add(item.Message);
        foreach (ref readonly var item in batch.Securities.Items) messages.Add(item.Message);
        foreach (ref readonly var item in batch.Cashes.Items) messages.Add(item.Message);
        foreach (ref readonly var item in batch.Rejections.Items) messages.Add(item.Message);
        Check(messages.Distinct().Count() == BatchSize && messages.TrueForAll(message => message is >= 0 and < BatchSize), "no message twice");
    }

    private static void CheckEvents(EventBatch batch)
    {
        foreach (ref readonly var slot in batch.Slots.Items)
        {
            Check(!slot.MachineId.IsEmpty, "a machine");
            CheckTime(slot.Timestamp);
            CheckText(batch, slot.MachineId, slot.EventId, slot.FloorSection, slot.PlayerId, slot.SessionId, slot.ErrorCode, slot.ErrorMessage,
                slot.MachineType, slot.Manufacturer, slot.GameTheme);
            CheckMoney(Options.MaxAmount, slot.Wager, slot.Payout, slot.Bill, slot.Ticket, slot.Denomination);
            CheckMoney(Options.MaxMeter, slot.MeterCoinIn, slot.MeterCoinOut);
            Check(float.IsNaN(slot.HopperLevel) || slot.HopperLevel is >= 0 and <= 100, "a hopper level in percent");
            Check(float.IsNaN(slot.TheoreticalHold) || slot.TheoreticalHold is >= 0 and <= 1, "a hold as a fraction");
            Check(Enum.IsDefined(slot.Type), "a known type");
            var pays = slot.Type is SlotEventType.Spin or SlotEventType.Jackpot;
            Check(pays || (slot.Wager == default && slot.Payout == default), "coin-in and coin-out on games and hand pays only");
            Check(slot.Type == SlotEventType.BillIn || slot.Bill == default, "bills on their type only");
        }

        foreach (ref readonly var table in batch.Tables.Items)
        {
            Check(!table.TableId.IsEmpty && !table.Type.IsEmpty && table.HandsPlayed >= -1, "a table and a type");
            CheckTime(table.Timestamp);
            CheckText(batch, table.Type, table.EventId, table.TableId, table.GameType, table.FloorSection, table.RatingId, table.SlipNumber);
            CheckMoney(Options.MaxAmount, table.Amount ?? default, table.ChipDenomination ?? default, table.AverageBet ?? default, table.Drop ?? default);
        }

        foreach (ref readonly var security in batch.Securities.Items)
        {
            Check(!security.Type.IsEmpty, "a type");
            CheckTime(security.Timestamp);
            CheckText(batch, security.Type, security.EventId, security.Description, security.DeniedReason, security.Severity);
        }

        foreach (ref readonly var cash in batch.Cashes.Items)
        {
            Check(!cash.Type.IsEmpty && Enum.IsDefined(cash.Direction), "a type");
            CheckTime(cash.Timestamp);
            CheckText(batch, cash.Type, cash.EventId, cash.PaymentMethod, cash.PlayerId);
            CheckMoney(Options.MaxAmount, cash.Amount);
        }
    }

    private static void CheckTime(long ticks) =>
        Check(ticks >= new DateTime(2000, 1, 1).Ticks && ticks <= (Decoded.Now + Options.MaxClockSkew).Ticks, "a believable time");

    private static void CheckMoney(decimal limit, params ReadOnlySpan<Money> amounts)
    {
        foreach (var amount in amounts)
        {
            Check(amount.Units >= 0 && amount.ToDecimal() <= limit, "an amount within limits");
        }
    }

    private static void CheckText(EventBatch batch, params ReadOnlySpan<TextSlice> slices)
    {
        foreach (var slice in slices)
        {
            Check(slice is { Start: >= 0, Length: >= 0 } && slice.Start + slice.Length <= batch.BufferLength, "text inside the buffer");
            Check(slice.Length <= Options.MaxDescriptionBytes && Utf8.IsValid(batch.Text(slice)), "valid text within limits");
        }
    }

    private static void Check(bool holds, string what)
    {
        if (!holds)
        {
            Assert.Fail($"Does not hold: {what}.");
        }
    }
}
