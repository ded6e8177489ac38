using CasinoFloor.Engine.Events;
using Xunit;
using static CasinoFloor.Tests.Engine.Decoding.Decoded;

namespace CasinoFloor.Tests.Engine.Decoding;

public sealed class OtherStreamTests
{
    private const string Time = "\"event_timestamp\":\"2026-11-20T18:00:40Z\"";

    [Fact]
    public void Decode_PeerRating_FillsEveryField()
    {
        var batch = Decode(EventStream.Table, """
            {"event_id":"r1","table_id":"T-058","game_type":"Roulette","zone":"Main Pit","event_type":"rating_end",
             "event_timestamp":"2026-11-20T10:00:02","dealer_id":"D1","shift":"Swing","min_bet":100,"max_bet":10000,"player_id":"P1",
             "amount":null,"chip_denomination":5.0,"player_rating_id":"RAT-1","average_bet":1079.0,"hands_played":162,"hours_played":2.5,
             "theoretical_win":-1.5,"actual_win_loss":-17927.34,"marker_number":"M1","fill_slip_number":"F1","drop_amount":20.5}
            """, "peer");

        ref var table = ref batch.Tables[0];
        Assert.Equal(new DateTime(2026, 11, 20, 18, 0, 2), Utc(table.Timestamp));
        Assert.Null(table.Amount);
        Assert.Equal(
            new Money?[] { Money(5), Money(100), Money(10000), Money(1079), Money(-1.5m), Money(-17927.34m), Money(20.5m) },
            [table.ChipDenomination, table.MinBet, table.MaxBet, table.AverageBet, table.TheoreticalWin, table.ActualWinLoss, table.Drop]);
        Assert.Equal((162, 2.5f), (table.HandsPlayed, table.HoursPlayed));
        Assert.Equal(
            ["RATING_END", "r1", "T-058", "Roulette", "Main Pit", "D1", "P1", "RAT-1", "M1", "F1", "Swing"],
            new[]
            {
                table.Type, table.EventId, table.TableId, table.GameType, table.FloorSection, table.DealerId, table.PlayerId,
                table.RatingId, table.MarkerNumber, table.SlipNumber, table.Shift,
            }.Select(batch.GetString));
    }

    [Fact]
    public void Decode_TableWithLittle_LeavesTheRestUnknown()
    {
        ref var table = ref Decode(EventStream.Table, "{\"table_id\":\"T\",\"event_type\":\"FILL\"," + Time + "}").Tables[0];

        Assert.Equal(-1, table.HandsPlayed);
        Assert.True(float.IsNaN(table.HoursPlayed));
        Assert.Null(table.Drop);
    }

    [Fact]
    public void Decode_SecurityEvent_FillsEveryField()
    {
        var batch = Decode(EventStream.Security, """
            {"event_id":"s1","event_type":"ACCESS_DENIED","event_timestamp":"2026-11-20T10:00:10","location_id":"L1","zone":"Bar",
             "location_detail":"Bar - West","security_level":"Public","severity_level":"MEDIUM","camera_id":"C1","employee_id":"E1",
             "badge_number":"B1","access_granted":false,"access_denied_reason":"Expired \"badge\"","incident_number":"I1",
             "incident_category":"Theft","incident_description":"what","responding_officer_id":"O1","resolution_status":"Open","machine_id":"S-1"}
            """, "peer");

        ref var security = ref batch.Securities[0];
        Assert.False(security.AccessGranted);
        Assert.Equal(
            [
                "ACCESS_DENIED", "s1", "L1", "Bar", "Bar - West", "Public", "MEDIUM", "S-1", "E1", "B1", "C1", "Expired \"badge\"", "I1",
                "Theft", "what", "O1", "Open",
            ],
            new[]
            {
                security.Type, security.EventId, security.LocationId, security.FloorSection, security.LocationDetail,
                security.SecurityLevel, security.Severity, security.MachineId, security.EmployeeId, security.BadgeNumber,
                security.CameraId, security.DeniedReason, security.IncidentNumber, security.IncidentCategory, security.Description,
                security.OfficerId, security.ResolutionStatus,
            }.Select(batch.GetString));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"False\"", false)]
    [InlineData("null", null)]
    public void Decode_AccessGranted_IsReadOrUnknown(string value, bool? expected) => Assert.Equal(
        expected,
        Decode(EventStream.Security, $"{{\"event_type\":\"DOOR_ENTRY\",\"access_granted\":{value},{Time}}}").Securities[0].AccessGranted);

    [Theory]
    [InlineData(EventStream.Security, "\"event_type\":\"DOOR\",\"access_granted\":1", "wrong_type:access_granted")]
    [InlineData(EventStream.Security, "\"event_type\":\"DOOR\",\"access_granted\":\"maybe\"", "wrong_type:access_granted")]
    [InlineData(EventStream.Security, "\"event_type\":\"42\"", "unknown_event_type:event_type")]
    [InlineData(EventStream.Security, "\"event_type\":\"DOOR<script>\"", "unknown_event_type:event_type")]
    [InlineData(EventStream.Table, "\"event_type\":\"FILL\"", "missing_field:table_id")]
    [InlineData(EventStream.Table, "\"event_type\":\"FILL\",\"table_id\":\"T\",\"amount\":-5", "negative_amount:amount")]
    [InlineData(EventStream.Table, "\"event_type\":\"FILL\",\"table_id\":\"T\",\"hands_played\":1.5", "wrong_type:hands_played")]
    [InlineData(EventStream.Table, "\"event_type\":\"FILL\",\"table_id\":\"T\",\"hands_played\":-1", "negative_amount:hands_played")]
    [InlineData(EventStream.Table, "\"event_type\":\"FILL\",\"table_id\":\"T\",\"hands_played\":3000000000", "amount_out_of_range:hands_played")]
    [InlineData(EventStream.Table, "\"event_type\":\"FILL\",\"table_id\":\"T\",\"actual_win_loss\":-1e10", "amount_out_of_range:actual_win_loss")]
    [InlineData(EventStream.Cash, "\"transaction_type\":\"CASH_IN\"", "missing_field:amount")]
    [InlineData(EventStream.Cash, "\"amount\":5", "missing_field:event_type")]
    [InlineData(EventStream.Cash, "\"transaction_type\":\"CASH_IN\",\"amount\":-5", "negative_amount:amount")]
    public void Decode_OneWrongField_IsRefusedWithReasonAndField(EventStream stream, string fields, string expected) =>
        Assert.Equal(expected, Refusal(stream, $"{{{Time},{fields}}}"));

    [Fact]
    public void Decode_EventTypeOverTheLimit_IsTooLong() => Assert.Equal(
        "text_too_long:event_type",
        Refusal(EventStream.Table, $"{{\"table_id\":\"T\",{Time},\"event_type\":\"{new string('A', 65)}\"}}"));

    [Theory]
    [InlineData("CASH_IN", "Cash", CashDirection.In)]
    [InlineData("cash_in", "CASH", CashDirection.In)]
    [InlineData("BUY_IN", "Cash", CashDirection.In)]
    [InlineData("CHIP_PURCHASE", "Cash", CashDirection.In)]
    [InlineData("MARKER_PAYMENT", "Cash", CashDirection.In)]
    [InlineData("MARKER_PAYMENT", "Check", CashDirection.None)]
    [InlineData("FRONT_MONEY_DEPOSIT", "Cash", CashDirection.In)]
    [InlineData("FRONT_MONEY_DEPOSIT", "Wire", CashDirection.None)]
    [InlineData("SAFEKEEPING_DEPOSIT", "Cash", CashDirection.In)]
    [InlineData("CASH_OUT", "Cash", CashDirection.Out)]
    [InlineData("CASH_OUT", "", CashDirection.Out)]
    [InlineData("CHIP_REDEMPTION", "Cash", CashDirection.Out)]
    [InlineData("CHIP_REDEMPTION", "Chip", CashDirection.None)]
    [InlineData("FRONT_MONEY_WITHDRAWAL", "Cash", CashDirection.Out)]
    [InlineData("SAFEKEEPING_WITHDRAWAL", "Chip", CashDirection.None)]
    [InlineData("JACKPOT_PAYOUT", "Cash", CashDirection.None)]
    [InlineData("CHECK_CASHING", "Check", CashDirection.None)]
    [InlineData("MARKER_ISSUE", "Marker", CashDirection.None)]
    [InlineData("WIRE_TRANSFER_IN", "Wire", CashDirection.None)]
    [InlineData("SOMETHING_NEW", "Cash", CashDirection.None)]
    public void Decode_CashTransaction_CountsByTypeAndMethod(string type, string method, CashDirection expected)
    {
        var batch = Decode(EventStream.Cash, $$"""
            {"transaction_id":"x1","transaction_type":"{{type}}","transaction_timestamp":"2026-11-20T10:00:40","amount":9999.99,
             "payment_method":"{{method}}","player_id":"P1","currency":"USD","cage_location":"Main","cashier_id":"C1","supervisor_id":"S1",
             "shift":"Day","marker_number":"M1"}
            """, "peer");

        ref var cash = ref batch.Cashes[0];
        Assert.Equal(expected, cash.Direction);
        Assert.Equal(Money(9999.99m), cash.Amount);
        Assert.Equal(
            [type.ToUpperInvariant(), "x1", "P1", "USD", method, "Main", "C1", "S1", "Day", "M1"],
            new[]
            {
                cash.Type, cash.EventId, cash.PlayerId, cash.Currency, cash.PaymentMethod, cash.CageLocation, cash.CashierId,
                cash.SupervisorId, cash.Shift, cash.MarkerNumber,
            }.Select(batch.GetString));
    }
}
