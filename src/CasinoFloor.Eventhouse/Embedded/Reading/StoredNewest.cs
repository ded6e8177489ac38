using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded.Reading;

/// <summary>Finds how far the stored events reach.</summary>
internal static class StoredNewest
{
    /// <summary>The newest event time of any stream, UTC; null while nothing is stored.</summary>
    public static DateTime? Read(DuckDBConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT greatest(
                (SELECT max(event_timestamp) FROM slot_events_live),
                (SELECT max(event_timestamp) FROM table_events_live),
                (SELECT max(event_timestamp) FROM security_events_live),
                (SELECT max(event_timestamp) FROM cash_events_live))
            """;
        return command.ExecuteScalar() is DateTime newest ? DateTime.SpecifyKind(newest, DateTimeKind.Utc) : null;
    }
}
