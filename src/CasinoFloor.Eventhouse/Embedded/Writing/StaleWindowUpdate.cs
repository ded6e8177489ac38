using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Ingestion;
using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded.Writing;

/// <summary>
/// Computes closed machine-minutes anew from the stored events, those of the running transaction included, as the next revision.
/// The figures follow the same rules as the engine's windows: only games count as coin-in, bills stand by themselves.
/// </summary>
internal static class StaleWindowUpdate
{
    private const int MostSpans = 16;

    // An hour, in the microseconds of stored times.
    private const long LeastGap = 3_600_000_000;

    /// <summary>Adds a row for each stale window that has events; all rows of the transaction must have been appended before.</summary>
    public static void Run(DuckDBConnection connection, IReadOnlyList<EventBatch> batches, long nowTicks)
    {
        var stale = batches.SelectMany(batch => batch.StaleWindows).Distinct().ToList();
        if (stale.Count == 0)
        {
            return;
        }

        var starts = stale.ConvertAll(window => StoredTime.FromTicks(window.WindowStart));
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            INSERT INTO slot_activity_1m (
                window_start, machine_id, floor_section, spin_count, coin_in, coin_out, bill_in, jackpot_count, error_count, event_count, revision, closed_at)
            WITH stale AS (
                SELECT unnest($machines) AS machine_id, make_timestamp(unnest($starts)) AS window_start
            ), events AS (
                {string.Join(" UNION ALL ", Spans(starts).Select(Events))}
            ), previous AS (
                SELECT machine_id, window_start, max(revision) AS revision, arg_max(floor_section, revision) AS floor_section
                FROM slot_activity_1m SEMI JOIN stale USING (machine_id, window_start)
                GROUP BY ALL
            ), fresh AS (
                SELECT window_start, machine_id,
                    coalesce(arg_max(floor_section, event_timestamp) FILTER (floor_section <> ''), '') AS floor_section,
                    count(*) FILTER (event_type = 'SPIN') AS spin_count,
                    {Sum("wager_amount")} AS coin_in,
                    {Sum("payout_amount")} AS coin_out,
                    {Sum("bill_amount")} AS bill_in,
                    count(*) FILTER (event_type = 'JACKPOT') AS jackpot_count,
                    count(*) FILTER (event_type = 'ERROR') AS error_count,
                    count(*) AS event_count
                FROM events SEMI JOIN stale USING (machine_id, window_start)
                GROUP BY window_start, machine_id
            )
            SELECT fresh.window_start, fresh.machine_id,
                coalesce(nullif(previous.floor_section, ''), fresh.floor_section),
                spin_count, coin_in, coin_out, bill_in, jackpot_count, error_count, event_count,
                coalesce(previous.revision + 1, 0), {StoredTime.Sql(StoredTime.FromTicks(nowTicks))}
            FROM fresh LEFT JOIN previous USING (machine_id, window_start)
            """;
        command.Parameters.Add(new DuckDBParameter("machines", stale.ConvertAll(window => window.MachineId)));
        command.Parameters.Add(new DuckDBParameter("starts", starts));
        command.ExecuteNonQuery();
    }

    private static string Events((long First, long Last) span) => $"""
        SELECT *, time_bucket(INTERVAL 1 MINUTE, event_timestamp) AS window_start
        FROM slot_events_live
        WHERE event_timestamp >= {StoredTime.Sql(span.First)} AND event_timestamp < {StoredTime.Sql(span.Last)} + INTERVAL 1 MINUTE
        """;

    // One machine whose clock stands years back must not make every write read the years between.
    private static List<(long First, long Last)> Spans(List<long> starts)
    {
        var order = starts.Distinct().Order().ToList();
        var cuts = Enumerable.Range(1, order.Count - 1).OrderByDescending(i => order[i] - order[i - 1]).Take(MostSpans - 1).Where(i => order[i] - order[i - 1] > LeastGap).Order().ToList();
        return [.. cuts.Prepend(0).Zip(cuts.Append(order.Count), (from, to) => (order[from], order[to - 1]))];
    }

    private static string Sum(string column) => $"round(coalesce(sum({column}), 0), 4)";
}
