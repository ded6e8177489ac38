SELECT
    floor_section,
    count(DISTINCT machine_id) FILTER (event_type = 'SPIN') AS machines,
    count(*) FILTER (event_type = 'SPIN') AS games,
    count(*) FILTER (event_type = 'JACKPOT') AS jackpots,
    coalesce(sum(wager_amount), 0) AS coin_in,
    coalesce(sum(payout_amount), 0) AS coin_out,
    CASE WHEN coin_in > 0 THEN (coin_in - coin_out) / coin_in * 100 END AS hold_percent
FROM slot_events_live
WHERE event_timestamp > $end_time - INTERVAL 5 MINUTE AND event_timestamp <= $end_time AND event_type IN ('SPIN', 'JACKPOT')
GROUP BY floor_section
ORDER BY coin_in DESC
