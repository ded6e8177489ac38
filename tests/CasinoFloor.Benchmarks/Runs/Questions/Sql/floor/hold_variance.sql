WITH corrected AS (
    SELECT machine_id, window_start, max(revision) AS newest FROM slot_activity_1m
    WHERE window_start >= $end_time - INTERVAL 30 DAY AND window_start < $end_time AND revision > 0
    GROUP BY ALL),
minutes AS (
    SELECT a.* FROM slot_activity_1m a LEFT JOIN corrected c USING (machine_id, window_start)
    WHERE a.window_start >= $end_time - INTERVAL 30 DAY AND a.window_start < $end_time AND (c.newest IS NULL OR a.revision = c.newest))
SELECT
    a.machine_id, m.floor_section, m.machine_type, a.games, a.coin_in, round(a.hold, 2) AS actual_hold_percent,
    round(m.theoretical_hold * 100, 2) AS theoretical_hold_percent, round(a.hold - m.theoretical_hold * 100, 2) AS variance_points,
    a.games >= 100000 AS has_sample, a.games >= 100000 AND abs(variance_points) > 3 AS investigate
FROM (
    SELECT machine_id, sum(spin_count) AS games, sum(coin_in) AS coin_in, (sum(coin_in) - sum(coin_out)) / sum(coin_in) * 100 AS hold
    FROM minutes GROUP BY machine_id HAVING sum(coin_in) > 0) a
JOIN machine_locations m USING (machine_id)
ORDER BY investigate DESC, games DESC, a.machine_id
LIMIT 500
