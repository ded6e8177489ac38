namespace CasinoFloor.Eventhouse.Ingestion;

/// <summary>The tables of database <c>casino_realtime</c>: the only place in code where columns are listed.</summary>
public static class EventhouseTables
{
    /// <summary>Validated slot events. Money by type: wager and payout are null unless a SPIN or JACKPOT, and so on.</summary>
    public static TableDefinition SlotEvents { get; } = new(
        "slot_events_live",
        [
            Unique("event_id"), Text("machine_id"), Text("event_type"), Time("event_timestamp"),
            Real("wager_amount"), Real("payout_amount"), Real("bill_amount"), Real("ticket_amount"),
            Real("meter_coin_in"), Real("meter_coin_out"), Text("floor_section"), Real("denomination"),
            Text("player_id"), Text("session_id"), Real("hopper_level"), Text("error_code"),
            Text("error_message"), Text("machine_type"), Text("manufacturer"), Text("game_theme"),
            Real("theoretical_hold"), .. Position,
        ])
    {
        AgedBy = "ingested_at",
        IngestedBy = "ingested_at",
    };

    /// <summary>
    /// Of the slot events those by which a machine says how it is (doors, power, cards, lamps, errors), which are one in a hundred: the table's update policy
    /// in <c>kql/schema</c> says which.
    /// </summary>
    public static TableDefinition SlotSignals { get; } = new(
        "slot_signals_live",
        [
            Unique("event_id"), Text("machine_id"), Text("event_type"), Time("event_timestamp"), Text("floor_section"),
            Text("player_id"), Text("error_code"), Text("error_message"), .. Position,
        ])
    {
        AgedBy = "ingested_at",
        IngestedBy = "ingested_at",
        Update = (SlotEvents.Name, "signals_of_slot_events()"),
    };

    /// <summary>Validated table-game events.</summary>
    public static TableDefinition TableEvents { get; } = new(
        "table_events_live",
        [
            Unique("event_id"), Text("table_id"), Text("event_type"), Time("event_timestamp"),
            Real("amount"), Real("chip_denomination"), Real("min_bet"), Real("max_bet"), Real("average_bet"),
            Real("theoretical_win"), Real("actual_win_loss"), Real("drop"), Int("hands_played"),
            Real("hours_played"), Text("game_type"), Text("floor_section"), Text("dealer_id"),
            Text("player_id"), Text("rating_id"), Text("marker_number"), Text("slip_number"),
            Text("shift"), .. Position,
        ])
    {
        AgedBy = "ingested_at",
        IngestedBy = "ingested_at",
    };

    /// <summary>Validated security events.</summary>
    public static TableDefinition SecurityEvents { get; } = new(
        "security_events_live",
        [
            Unique("event_id"), Text("event_type"), Time("event_timestamp"), Text("location_id"),
            Text("floor_section"), Text("location_detail"), Bool("access_granted"), Text("security_level"),
            Text("severity"), Text("machine_id"), Text("employee_id"), Text("badge_number"),
            Text("camera_id"), Text("denied_reason"), Text("incident_number"), Text("incident_category"),
            Text("description"), Text("officer_id"), Text("resolution_status"), .. Position,
        ])
    {
        AgedBy = "ingested_at",
        IngestedBy = "ingested_at",
    };

    /// <summary>Validated cage transactions; amounts are exact.</summary>
    public static TableDefinition CashEvents { get; } = new(
        "cash_events_live",
        [
            Unique("event_id"), Text("event_type"), Time("event_timestamp"), Text("cash_direction"),
            Decimal("amount", 18, 4), Text("player_id"), Text("currency"), Text("payment_method"),
            Text("cage_location"), Text("cashier_id"), Text("supervisor_id"), Text("shift"),
            Text("marker_number"), .. Position,
        ])
    {
        AgedBy = "ingested_at",
        IngestedBy = "ingested_at",
    };

    /// <summary>Closed machine-minutes; a correction is a new row with a higher revision.</summary>
    public static TableDefinition SlotActivity { get; } = new(
        "slot_activity_1m",
        [
            Time("window_start"), Text("machine_id"), Text("floor_section"), Long("spin_count"),
            Real("coin_in"), Real("coin_out"), Real("bill_in"), Long("jackpot_count"), Long("error_count"),
            Long("event_count"), Int("revision"), Time("closed_at"),
        ])
    {
        AgedBy = "greatest(window_start, closed_at)",
        IngestedBy = "closed_at",
    };

    /// <summary>What stands where.</summary>
    public static TableDefinition MachineLocations { get; } = new(
        "machine_locations",
        [
            Text("machine_id"), Text("floor_section"), Text("bank"), Real("x_coord"), Real("y_coord"),
            Real("denomination"), Text("machine_type"), Text("manufacturer"), Text("game_theme"),
            Real("theoretical_hold"),
        ]);

    /// <summary>Saved layouts of the floor; rows are only ever added.</summary>
    public static TableDefinition LayoutVersions { get; } = new(
        "layout_versions",
        [
            Text("layout_id"), Long("version"), Time("effective_at"), Time("saved_at"), Text("name"), Text("saved_by"), Text("comment"),
            Text("background_file"), Real("background_x"), Real("background_y"), Real("background_width"),
        ]);

    /// <summary>Where a saved layout puts each machine; null coordinates where it stands nowhere.</summary>
    public static TableDefinition LayoutPlaces { get; } = new(
        "layout_places",
        [Text("layout_id"), Text("machine_id"), Text("floor_section"), Text("bank"), Real("x_coord"), Real("y_coord")]);

    /// <summary>What the detectors found.</summary>
    public static TableDefinition Alerts { get; } = new(
        "alerts_live",
        [
            Text("finding_id"), Text("kind"), Text("severity"), Text("phase"), Text("machine_id"),
            Text("floor_section"), Time("event_time"), Time("received_at"),
            Time("detected_at"), Decimal("value", 38, 9), Decimal("threshold", 38, 9),
            Long("sample"), Text("why"),
        ])
    {
        AgedBy = "greatest(event_time, received_at, detected_at)",
    };

    /// <summary>Refused messages. <c>raw_encoding</c> is utf8, or base64 where the bytes are no UTF-8.</summary>
    public static TableDefinition DeadLetters { get; } = new(
        "dead_letter_events",
        [
            Time("received_at"), Text("stream"), Text("source"), Int("partition"),
            Long("source_offset"), Text("reason"), Text("field"), Text("raw"), Text("raw_encoding"),
            Long("raw_length"),
        ])
    {
        AgedBy = "received_at",
        IngestedBy = "received_at",
    };

    /// <summary>How far each partition has been stored; <c>partition_id</c> is what <c>source_partition</c> of the event tables refers to.</summary>
    public static TableDefinition Checkpoints { get; } = new(
        "stream_checkpoints",
        [
            Text("stream"), Text("source"), Int("partition"), Long("next_offset"),
            Time("updated_at"), Int("partition_id"),
        ])
    {
        Key = ["stream", "source", "partition"],
    };

    /// <summary>All tables.</summary>
    public static IReadOnlyList<TableDefinition> All { get; } =
    [
        SlotEvents, SlotSignals, TableEvents, SecurityEvents, CashEvents, SlotActivity, MachineLocations, LayoutVersions, LayoutPlaces, Alerts,
        DeadLetters, Checkpoints,
    ];

    /// <summary>The tables of a remote Eventhouse: all but the checkpoints, which the broker keeps there.</summary>
    public static IReadOnlyList<TableDefinition> Remote { get; } = [.. All.Where(table => table != Checkpoints)];

    /// <summary>The columns with which every event table ends: where the event came from and when.</summary>
    private static ColumnDefinition[] Position =>
    [
        Bool("is_late"), Int("source_partition"), Long("source_offset"), Time("enqueued_at"),
        Time("ingested_at"),
    ];

    private static ColumnDefinition Text(string name) => new(name, KustoType.String);

    private static ColumnDefinition Unique(string name) => Text(name) with { IsUnique = true };

    private static ColumnDefinition Real(string name) => new(name, KustoType.Real);

    private static ColumnDefinition Decimal(string name, byte precision, byte scale) => new(name, KustoType.Decimal, precision, scale);

    private static ColumnDefinition Long(string name) => new(name, KustoType.Long);

    private static ColumnDefinition Int(string name) => new(name, KustoType.Int);

    private static ColumnDefinition Bool(string name) => new(name, KustoType.Bool);

    private static ColumnDefinition Time(string name) => new(name, KustoType.DateTime);
}
