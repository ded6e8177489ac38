WITH corrected AS (
    SELECT machine_id, window_start, max(revision) AS newest FROM slot_activity_1m
    WHERE window_start >= $end_time - INTERVAL 1 HOUR AND window_start < $end_time AND revision > 0
    GROUP BY ALL),
minutes AS (
    SELECT a.* FROM slot_activity_1m a LEFT JOIN corrected c USING (machine_id, window_start)
    WHERE a.window_start >= $end_time - INTERVAL 1 HOUR AND a.window_start < $end_time AND (c.newest IS NULL OR a.revision = c.newest)),
rates AS (
    SELECT m.machine_id, m.floor_section, m.denomination, sum(a.coin_in) AS coin_in, sum(a.spin_count) AS games
    FROM machine_locations m JOIN minutes a USING (machine_id)
    GROUP BY ALL),
peers AS (SELECT floor_section, denomination, count(*) AS peer_count, avg(coin_in) AS peer_coin_in FROM rates GROUP BY ALL),
compared AS (
    SELECT r.*, p.peer_count, CASE WHEN p.peer_count < 5 THEN (SELECT avg(coin_in) FROM rates) ELSE p.peer_coin_in END AS average
    FROM rates r LEFT JOIN peers p USING (floor_section, denomination)),
percent AS (SELECT *, round(coin_in / average * 100, 1) AS percent_of_peers FROM compared WHERE average > 0)
SELECT machine_id, floor_section, denomination, CASE WHEN percent_of_peers > 200 THEN 'hot' ELSE 'cold' END AS verdict, percent_of_peers, coin_in, games, peer_count
FROM percent
WHERE percent_of_peers > 200 OR percent_of_peers < 20
ORDER BY percent_of_peers DESC, machine_id
