WITH newest AS (
    SELECT window_start, arg_max(spin_count, coalesce(revision, 0)) AS games, arg_max(coin_in, coalesce(revision, 0)) AS coin_in, arg_max(coin_out, coalesce(revision, 0)) AS coin_out, arg_max(error_count, coalesce(revision, 0)) AS errors
    FROM slot_activity_1m
    WHERE window_start >= $end_time - INTERVAL 1 HOUR AND window_start < $end_time AND machine_id = $machine
    GROUP BY window_start)
SELECT date_trunc('minute', window_start) AS time, sum(coin_in), sum(coin_out), sum(games), sum(errors),
    date_trunc('minute', window_start) >= $end_time - INTERVAL 1 HOUR AND date_trunc('minute', window_start) + INTERVAL 1 MINUTE <= $end_time AS is_complete
FROM newest GROUP BY 1 ORDER BY 1
