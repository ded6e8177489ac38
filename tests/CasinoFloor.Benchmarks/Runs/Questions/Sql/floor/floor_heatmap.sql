WITH valid AS (SELECT arg_max(layout_id, version) AS layout_id FROM layout_versions WHERE effective_at <= $end_time),
places AS (
    SELECT coalesce(m.machine_id, p.machine_id) AS machine_id, coalesce(nullif(m.floor_section, ''), p.floor_section, '') AS floor_section,
        CASE WHEN p.machine_id IS NULL THEN m.x_coord ELSE p.x_coord END AS x_coord, CASE WHEN p.machine_id IS NULL THEN m.y_coord ELSE p.y_coord END AS y_coord
    FROM machine_locations m
    FULL JOIN (SELECT DISTINCT machine_id, floor_section, x_coord, y_coord FROM layout_places WHERE layout_id = (SELECT layout_id FROM valid)) p ON p.machine_id = m.machine_id)
SELECT m.machine_id, m.floor_section, m.x_coord, m.y_coord, coalesce(e.events, 0) AS events, coalesce(e.events, 0) / 100.0::DOUBLE AS heat_score,
    CASE WHEN e.events >= 100 THEN '1 and more' WHEN e.events >= 50 THEN '0.5 to 1' WHEN e.events > 0 THEN 'below 0.5' ELSE 'silent' END AS heat
FROM places m
LEFT JOIN (
    SELECT machine_id, count(*) AS events FROM slot_events_live
    WHERE event_timestamp > $end_time - INTERVAL 5 MINUTE AND event_timestamp <= $end_time
    GROUP BY machine_id) e USING (machine_id)
ORDER BY heat_score DESC, m.machine_id
