using System.Collections.Concurrent;

namespace CasinoFloor.EndToEnd.Kafka;

/// <summary>
/// Lets a group's leader send its SyncGroup only after all followers have sent theirs. A broker answers a follower that comes
/// later from what the leader brought; the mock broker refuses it, the follower joins anew, and until that rebalance is over
/// the mock takes no commits, which a broker does take.
/// </summary>
internal sealed class SyncGroupOrder
{
    private const short SyncGroup = 14;
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(10);

    private readonly ConcurrentDictionary<(string Group, int Generation), int> _followers = [];

    /// <summary>Completes when the request may go on to the broker.</summary>
    public async Task TurnAsync(KafkaFrame request)
    {
        if (request.Api != SyncGroup || request.Version > 3)
            return;
        var group = request.ReadText(request.Body, out var at);
        var generation = request.ReadInt32(at);
        request.ReadText(at + 4, out at);
        if (request.Version >= 3)
            request.ReadText(at, out at);

        // Only the leader brings assignments: one for each member.
        var members = request.ReadInt32(at);
        if (members == 0)
        {
            _followers.AddOrUpdate((group, generation), 1, static (_, count) => count + 1);
            return;
        }

        var clock = TimeProvider.System;
        for (var since = clock.GetTimestamp(); _followers.GetValueOrDefault((group, generation)) < members - 1 && clock.GetElapsedTime(since) < Longest;)
            await Task.Delay(Poll);

        // The followers' requests were sent on, but on other connections.
        if (members > 1)
            await Task.Delay(Poll);
    }
}
