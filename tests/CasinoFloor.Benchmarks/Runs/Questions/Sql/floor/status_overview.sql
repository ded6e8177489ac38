WITH corrected AS (
    SELECT machine_id, window_start, max(revision) AS newest FROM slot_activity_1m
    WHERE window_start >= $end_time - INTERVAL 10 MINUTE AND window_start < $end_time AND revision > 0
    GROUP BY ALL),
played AS (
    SELECT a.machine_id, sum(spin_count) AS games, sum(error_count) AS errors, sum(event_count) AS events
    FROM slot_activity_1m a LEFT JOIN corrected c USING (machine_id, window_start)
    WHERE a.window_start >= $end_time - INTERVAL 10 MINUTE AND a.window_start < $end_time AND (c.newest IS NULL OR a.revision = c.newest)
    GROUP BY 1),
waiting AS (
    SELECT machine_id FROM alerts_live
    WHERE event_time > $end_time - INTERVAL 1 DAY AND event_time <= $end_time AND kind IN ('Jackpot', 'JackpotReset')
    GROUP BY 1 HAVING arg_max(kind, event_time) = 'Jackpot')
SELECT
    m.floor_section, count(*) AS machines, count(*) FILTER (p.games > 0) AS playing, count(*) FILTER (p.events > 0 AND p.games = 0) AS no_games,
    count(*) FILTER (p.events IS NULL) AS silent, count(*) FILTER (p.errors > 0) AS with_errors, count(w.machine_id) AS locked
FROM machine_locations m LEFT JOIN played p USING (machine_id) LEFT JOIN waiting w USING (machine_id)
GROUP BY 1 ORDER BY 1
