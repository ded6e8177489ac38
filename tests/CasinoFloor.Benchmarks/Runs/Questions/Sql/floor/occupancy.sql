WITH corrected AS (
    SELECT machine_id, window_start, max(revision) AS newest FROM slot_activity_1m
    WHERE window_start >= $end_time - INTERVAL 24 HOUR AND window_start < $end_time AND revision > 0
    GROUP BY ALL),
minutes AS (
    SELECT a.* FROM slot_activity_1m a LEFT JOIN corrected c USING (machine_id, window_start)
    WHERE a.window_start >= $end_time - INTERVAL 24 HOUR AND a.window_start < $end_time AND (c.newest IS NULL OR a.revision = c.newest))
SELECT
    time_bucket(INTERVAL 10 MINUTE, window_start) AS moment, count(DISTINCT machine_id) AS playing, (SELECT count(*) FROM machine_locations) AS machines,
    round(100.0 * count(DISTINCT machine_id) / (SELECT count(*) FROM machine_locations), 1) AS occupancy_percent,
    time_bucket(INTERVAL 10 MINUTE, window_start) >= $end_time - INTERVAL 24 HOUR AND time_bucket(INTERVAL 10 MINUTE, window_start) + INTERVAL 10 MINUTE <= $end_time AS is_complete
FROM minutes WHERE spin_count > 0 GROUP BY 1 ORDER BY 1
