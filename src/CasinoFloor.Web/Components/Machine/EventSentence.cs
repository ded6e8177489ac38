using CasinoFloor.Engine.Events;
using CasinoFloor.Kql;
using CasinoFloor.Web.Components.Shared;

namespace CasinoFloor.Web.Components.Machine;

/// <summary>
/// What an event of <c>kql/machine/machine_events</c> says, in words.
/// <code>SPIN, wager_amount 2, payout_amount 0.5 → Game: wagered $2.00, paid $0.50</code>
/// </summary>
public sealed class EventSentence
{
    private readonly Dictionary<string, int> _columns;
    private readonly KqlResultTable _table;

    /// <summary>For the events of an answer.</summary>
    public EventSentence(KqlResultTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        _table = table;
        _columns = table.Columns.Index().ToDictionary(column => column.Item.Name, column => column.Index);
    }

    /// <summary>When the event happened, UTC; null where the answer has none.</summary>
    public DateTime? At(int row) => Value(row, "event_timestamp") as DateTime?;

    /// <summary>Its type, as stored.</summary>
    public string Type(int row) => Text(row, "event_type");

    /// <summary>Whether somebody should look at it: errors, tilts, power, doors, low supplies, hand pays.</summary>
    public bool IsAbnormal(int row) =>
        Type(row) is "ERROR" or "TILT" or "BILL_JAM" or "POWER_OFF" or "HOPPER_LOW" or "PRINTER_LOW" or "JACKPOT" or "DOOR_OPEN" or "SERVICE_LAMP_ON";

    /// <summary>The sentence.</summary>
    public string Of(int row)
    {
        var what = Type(row) switch
        {
            "SPIN" => $"Game: wagered {Amount(row, "wager_amount")}, paid {Amount(row, "payout_amount")}",
            "JACKPOT" => $"Hand pay of {Amount(row, "payout_amount")}: the machine locks",
            "JACKPOT_RESET" => "Hand pay reset: the machine unlocks",
            "BILL_IN" => $"Bill of {Amount(row, "bill_amount")} taken",
            "TICKET_IN" => $"Ticket of {Amount(row, "ticket_amount")} taken",
            "TICKET_OUT" => $"Ticket of {Amount(row, "ticket_amount")} printed",
            "METER_UPDATE" => $"Lifetime meters: {Amount(row, "meter_coin_in")} wagered, {Amount(row, "meter_coin_out")} paid",
            "ERROR" => $"Error{Error(row)}",
            "TILT" => $"Tilt{Error(row)}",
            "BILL_JAM" => $"Bill jam{Error(row)}",
            "HOPPER_LOW" => "Hopper low",
            "PRINTER_LOW" => "Printer low on paper",
            "DOOR_OPEN" => "Door opened",
            "DOOR_CLOSE" => "Door closed",
            "POWER_ON" => "Power on",
            "POWER_OFF" => "Power off",
            "CARD_IN" => "Player's card in",
            "CARD_OUT" => "Player's card out",
            "EMPLOYEE_CARD_IN" => "Employee's card in",
            "EMPLOYEE_CARD_OUT" => "Employee's card out",
            "SERVICE_LAMP_ON" => "Service lamp on",
            "SERVICE_LAMP_OFF" => "Service lamp off",
            "HEARTBEAT" => "Heartbeat",
            var other => other,
        };
        return string.Join(" · ", Details(row, what));
    }

    private IEnumerable<string> Details(int row, string what)
    {
        yield return what;
        if (Value(row, "hopper_level") is double level)
            yield return $"hopper {Figures.Percent(level)}";

        if (Text(row, "player_id").Length > 0)
            yield return "carded";

        if (Value(row, "is_late") is true)
            yield return "arrived late";
    }

    private string Error(int row)
    {
        var (code, message) = (Text(row, "error_code"), Text(row, "error_message"));
        return (code.Length, message.Length) switch
        {
            (0, 0) => "",
            (0, _) => $": {message}",
            (_, 0) => $" {code}",
            _ => $" {code}: {message}",
        };
    }

    private string Amount(int row, string column) => Value(row, column) is double amount ? Figures.Amount(Money.FromDecimal((decimal)amount)) : Figures.Unknown;

    private string Text(int row, string column) => Value(row, column) as string ?? "";

    private object? Value(int row, string column) => _columns.TryGetValue(column, out var index) ? _table.Rows[row][index] : null;
}
