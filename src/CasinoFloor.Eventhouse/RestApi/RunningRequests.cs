using System.Collections.Concurrent;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>The requests under way, by which they can be listed and cancelled.</summary>
internal sealed class RunningRequests
{
    private readonly ConcurrentDictionary<Guid, RunningRequest> _all = new();

    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<RunningRequest> All => [.. _all.Values.OrderBy(request => request.Identity.Started)];

    /// <summary>Notes a request; dispose it when it ends.</summary>
    public RunningRequest Begin(RequestIdentity identity, string text, CancellationToken aborted)
    {
        var request = new RunningRequest(identity, text, ended => _all.TryRemove(ended.Identity.ActivityId, out _), aborted);
        _all[identity.ActivityId] = request;
        return request;
    }

    /// <summary>Cancels the requests of a client's id, and gives them.</summary>
    public IReadOnlyList<RunningRequest> Cancel(string clientRequestId)
    {
        var found = _all.Values.Where(request => request.Identity.ClientRequestId == clientRequestId).ToList();
        found.ForEach(request => request.Cancel());
        return found;
    }
}
