SELECT 'slot' AS stream, event_type, count(*) AS events, max(event_timestamp) AS newest FROM slot_events_live
WHERE event_timestamp > $end_time - INTERVAL 1 HOUR AND event_timestamp <= $end_time GROUP BY event_type
UNION ALL
SELECT 'table', event_type, count(*), max(event_timestamp) FROM table_events_live
WHERE event_timestamp > $end_time - INTERVAL 1 HOUR AND event_timestamp <= $end_time GROUP BY event_type
UNION ALL
SELECT 'security', event_type, count(*), max(event_timestamp) FROM security_events_live
WHERE event_timestamp > $end_time - INTERVAL 1 HOUR AND event_timestamp <= $end_time GROUP BY event_type
UNION ALL
SELECT 'cash', event_type, count(*), max(event_timestamp) FROM cash_events_live
WHERE event_timestamp > $end_time - INTERVAL 1 HOUR AND event_timestamp <= $end_time GROUP BY event_type
ORDER BY stream, events DESC, event_type
