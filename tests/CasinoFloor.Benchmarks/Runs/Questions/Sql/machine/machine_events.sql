SELECT
    event_timestamp, event_type, wager_amount, payout_amount, bill_amount, ticket_amount, meter_coin_in, meter_coin_out, hopper_level, error_code, error_message,
    player_id, session_id, is_late, event_id, source_partition, source_offset, enqueued_at, ingested_at
FROM slot_events_live
WHERE event_timestamp > $end_time - INTERVAL 24 HOUR AND event_timestamp <= $end_time AND machine_id = $machine
ORDER BY event_timestamp DESC, source_offset DESC
LIMIT 200
