WITH errors AS (
    SELECT CASE WHEN error_code = '' THEN event_type ELSE error_code END AS error, count(*) AS errors, count(DISTINCT machine_id) AS machines
    FROM slot_signals_live
    WHERE event_timestamp > $end_time - INTERVAL 24 HOUR AND event_timestamp <= $end_time AND event_type IN ('ERROR', 'TILT', 'BILL_JAM', 'PRINTER_LOW')
    GROUP BY 1)
SELECT
    error, errors, machines, round(100.0 * errors / sum(errors) OVER (), 1) AS share_percent,
    round(100.0 * sum(errors) OVER (ORDER BY errors DESC, error ROWS UNBOUNDED PRECEDING) / sum(errors) OVER (), 1) AS running_percent
FROM errors ORDER BY errors DESC, error
