using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.SignalR;

namespace CasinoFloor.Web.Hubs;

/// <summary>
/// The live floor for other programs, at <c>/hubs/floor</c>, in JSON and MessagePack. Every stream begins with a snapshot and goes on with deltas;
/// the contract is described in <c>CONTRACT.md</c> beside this file. Nothing here carries a player's name or a compliance matter.
/// </summary>
public sealed class FloorHub : Hub
{
    /// <summary>The version of the contract. It rises when a message changes its meaning or loses a field; new fields do not raise it.</summary>
    public const int Contract = 1;

    private static readonly object StreamsKey = new();
    private static readonly object RefusedKey = new();

    private readonly FloorFeed _feed;
    private readonly FloorHubOptions _options;
    private readonly HubClients _clients;

    /// <summary>Creates one, for a call.</summary>
    public FloorHub(FloorFeed feed, FloorHubOptions options, HubClients clients)
    {
        _feed = feed;
        _options = options;
        _clients = clients;
    }

    /// <summary>States and figures of the machines: a snapshot, then deltas.</summary>
    /// <exception cref="HubException">The request is wrong, or the connection has too many streams; the message says so.</exception>
    public IAsyncEnumerable<FloorMessage> Floor(StreamRequest? request, CancellationToken cancellation) =>
        Bounded(FloorStreams.FloorAsync(_feed, SectionFilter.Of(request, _feed.Latest), cancellation));

    /// <summary>Hand pays: the newest, then each new one and each reset.</summary>
    /// <inheritdoc cref="Floor"/>
    public IAsyncEnumerable<JackpotsMessage> Jackpots(StreamRequest? request, CancellationToken cancellation) =>
        Bounded(FloorStreams.JackpotsAsync(_feed, SectionFilter.Of(request, _feed.Latest), cancellation));

    /// <summary>Conditions that want somebody: those that hold, then what begins and ends.</summary>
    /// <inheritdoc cref="Floor"/>
    public IAsyncEnumerable<FindingsMessage> Findings(StreamRequest? request, CancellationToken cancellation) =>
        Bounded(FloorStreams.FindingsAsync(_feed, SectionFilter.Of(request, _feed.Latest), cancellation));

    /// <inheritdoc />
    public override Task OnConnectedAsync()
    {
        if (_clients.TryEnter())
        {
            Context.Items[StreamsKey] = new StreamCount();
        }
        else
        {
            Context.Items[RefusedKey] = true;
            Context.Abort();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        if (!Context.Items.ContainsKey(RefusedKey))
        {
            _clients.Leave();
        }

        return Task.CompletedTask;
    }

    private async IAsyncEnumerable<T> Bounded<T>(IAsyncEnumerable<T> items)
    {
        if (!Context.Items.TryGetValue(StreamsKey, out var value) || value is not StreamCount streams)
        {
            yield break;
        }

        if (!streams.TryAdd(_options.MaxStreamsPerClient))
        {
            throw new HubException($"A connection may have {_options.MaxStreamsPerClient} streams open. End one first, or ask for several sections in one stream.");
        }

        try
        {
            await foreach (var item in items.ConfigureAwait(false))
            {
                yield return item;
            }
        }
        finally
        {
            streams.Remove();
        }
    }

    private sealed class StreamCount
    {
        private int _open;

        public bool TryAdd(int most)
        {
            if (Interlocked.Increment(ref _open) <= most)
            {
                return true;
            }

            Interlocked.Decrement(ref _open);
            return false;
        }

        public void Remove() => Interlocked.Decrement(ref _open);
    }
}
