WITH corrected AS (
    SELECT machine_id, window_start, max(revision) AS newest FROM slot_activity_1m
    WHERE window_start >= $end_time - INTERVAL 24 HOUR AND window_start < $end_time AND revision > 0
    GROUP BY ALL),
minutes AS (
    SELECT a.* FROM slot_activity_1m a LEFT JOIN corrected c USING (machine_id, window_start)
    WHERE a.window_start >= $end_time - INTERVAL 24 HOUR AND a.window_start < $end_time AND (c.newest IS NULL OR a.revision = c.newest))
SELECT
    date_trunc('hour', window_start) AS hour, sum(coin_in) AS coin_in, sum(coin_out) AS coin_out, sum(spin_count) AS games,
    count(DISTINCT machine_id) AS machines, CASE WHEN sum(coin_in) > 0 THEN (sum(coin_in) - sum(coin_out)) / sum(coin_in) * 100 END AS hold_percent,
    date_trunc('hour', window_start) >= $end_time - INTERVAL 24 HOUR AND date_trunc('hour', window_start) + INTERVAL 1 HOUR <= $end_time AS is_complete
FROM minutes GROUP BY 1 ORDER BY 1
