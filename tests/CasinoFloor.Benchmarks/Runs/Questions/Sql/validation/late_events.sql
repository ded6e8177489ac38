SELECT 'slot' AS stream, date_trunc('hour', event_timestamp) AS hour, count(*) AS late FROM slot_events_live
WHERE event_timestamp > $end_time - INTERVAL 24 HOUR AND event_timestamp <= $end_time AND is_late GROUP BY 2
UNION ALL
SELECT 'table', date_trunc('hour', event_timestamp), count(*) FROM table_events_live
WHERE event_timestamp > $end_time - INTERVAL 24 HOUR AND event_timestamp <= $end_time AND is_late GROUP BY 2
UNION ALL
SELECT 'security', date_trunc('hour', event_timestamp), count(*) FROM security_events_live
WHERE event_timestamp > $end_time - INTERVAL 24 HOUR AND event_timestamp <= $end_time AND is_late GROUP BY 2
UNION ALL
SELECT 'cash', date_trunc('hour', event_timestamp), count(*) FROM cash_events_live
WHERE event_timestamp > $end_time - INTERVAL 24 HOUR AND event_timestamp <= $end_time AND is_late GROUP BY 2
ORDER BY hour, stream
