WITH found AS (
    SELECT *, regexp_extract(finding_id, '/([0-9a-f]+)$', 1) AS started FROM alerts_live
    WHERE event_time > $end_time - INTERVAL 24 HOUR AND event_time <= $end_time AND kind IN ('Jackpot', 'JackpotReset'))
SELECT j.event_time, j.machine_id, j.floor_section, j.value AS amount, upper(j.severity) AS level, r.event_time AS reset_at,
    round(epoch_us(coalesce(r.event_time, $end_time::TIMESTAMP) - j.event_time) / 60e6::DOUBLE, 1) AS minutes_locked, r.event_time IS NULL AS is_open
FROM found j LEFT JOIN (SELECT * FROM found WHERE kind = 'JackpotReset') r ON r.machine_id = j.machine_id AND r.started = j.started
WHERE j.kind = 'Jackpot'
ORDER BY j.event_time DESC, j.machine_id
