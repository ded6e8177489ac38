WITH minutes AS (
    SELECT * FROM slot_activity_1m a
    WHERE window_start >= $end_time - INTERVAL 24 HOUR AND window_start < $end_time AND error_count > 0
        AND NOT EXISTS (
            SELECT 1 FROM slot_activity_1m c
            WHERE c.window_start >= $end_time - INTERVAL 24 HOUR AND c.window_start < $end_time
                AND c.revision > a.revision AND c.machine_id = a.machine_id AND c.window_start = a.window_start)),
errors AS (
    SELECT machine_id, floor_section, sum(error_count) AS errors, count(*) AS minutes_with_errors, max(window_start) AS last_error
    FROM minutes GROUP BY ALL),
findings AS (
    SELECT machine_id, arg_max(CASE WHEN phase = 'Cleared' THEN '' ELSE kind END, event_time) AS finding
    FROM alerts_live
    WHERE event_time > $end_time - INTERVAL 24 HOUR AND event_time <= $end_time AND kind IN ('MachineDown', 'MachineCritical', 'Tilt', 'PowerOff', 'Offline')
    GROUP BY machine_id)
SELECT e.machine_id, e.floor_section, e.errors, e.minutes_with_errors, e.last_error, coalesce(f.finding, '') AS finding
FROM errors e LEFT JOIN findings f USING (machine_id)
ORDER BY errors DESC, e.machine_id
LIMIT 50
