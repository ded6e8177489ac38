WITH levels AS (
    SELECT machine_id, arg_max(floor_section, event_timestamp) AS floor_section, arg_max(hopper_level, event_timestamp) AS level, arg_min(hopper_level, event_timestamp) AS first_level,
        max(event_timestamp) AS measured_at, epoch_us(max(event_timestamp) - min(event_timestamp)) / 3600e6::DOUBLE AS hours
    FROM slot_events_live
    WHERE event_timestamp > $end_time - INTERVAL 4 HOUR AND event_timestamp <= $end_time AND hopper_level IS NOT NULL
    GROUP BY 1),
rates AS (SELECT *, CASE WHEN hours > 0 THEN (level - first_level) / hours END AS per_hour FROM levels)
SELECT machine_id, floor_section, round(level, 1) AS level_percent, round(per_hour, 2) AS percent_per_hour,
    measured_at + to_microseconds((CASE WHEN level <= 20 THEN 0 ELSE (20 - level) / per_hour END * 3600e6)::BIGINT) AS fill_by, measured_at
FROM rates WHERE per_hour < 0 OR level < 20
ORDER BY fill_by, machine_id
LIMIT 100
