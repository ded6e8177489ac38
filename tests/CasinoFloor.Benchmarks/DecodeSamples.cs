using System.Text;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Benchmarks;

/// <summary>Makes slot messages that look like those of real feeds; the same ones every time.</summary>
internal static class DecodeSamples
{
    private static readonly string[] Sections = ["High Limit", "South", "VIP", "Main Floor", "East"];

    public static void Fill(EventBatch batch, int count, Func<int, Random, string> message)
    {
        var random = new Random(2026);
        batch.Reset(EventStream.Slot);
        for (var i = 0; i < count; i++)
        {
            batch.Add(Encoding.UTF8.GetBytes(message(i, random)), 0, i, 0);
        }
    }

    public static string Specification(int index, Random random) => FormattableString.Invariant(
        $$"""
        {"event_id":"{{Id(random)}}","machine_id":"SLOT-{{random.Next(1200):0000}}","event_type":"SPIN","event_timestamp":"2026-11-20T18:{{index / 60 % 60:00}}:{{index % 60:00}}.{{random.Next(1000):000}}Z","wager_amount":{{random.Next(1, 400) / 4m:0.00}},"payout_amount":{{random.Next(900) / 4m:0.00}},"floor_section":"{{Sections[index % 5]}}","denomination":0.25,"player_id":"P{{random.Next(9999):0000}}","hopper_level":{{random.Next(200, 1000) / 10m}}}
        """);

    public static string Peer(int index, Random random) => FormattableString.Invariant(
        $$"""
        {"event_id": "{{Id(random)}}", "machine_id": "SLOT-{{random.Next(1200):0000}}", "asset_number": "AST-{{random.Next(99999999):00000000}}", "location_id": "LOC-{{index % 50:000}}", "zone": "{{Sections[index % 5]}}", "event_type": "GAME_PLAY", "event_timestamp": "2026-11-20T10:{{index / 60 % 60:00}}:{{index % 60:00}}", "denomination": 0.25, "machine_type": "Video Slots", "manufacturer": "Example Games", "game_theme": "Blue Canyon", "theoretical_hold": 0.0{{random.Next(400, 999)}}, "coin_in": {{random.Next(1, 400) / 4m:0.0#}}, "coin_out": {{random.Next(900) / 4m:0.0#}}, "games_played": 1, "jackpot_amount": null, "actual_hold": null, "player_id": null, "session_id": null, "error_code": null, "error_message": null, "_ingested_at": "2026-11-23T08:09:03.198265", "_source": "ExampleGenerator", "_batch_id": "9de1cb72"}
        """);

    private static Guid Id(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
