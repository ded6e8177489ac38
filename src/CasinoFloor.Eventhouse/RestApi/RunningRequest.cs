namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>A request under way.</summary>
internal sealed class RunningRequest : IDisposable
{
    private readonly CancellationTokenSource _cancellation;
    private readonly Action<RunningRequest> _ended;
    private readonly Lock _lock = new();
    private bool _isOver;

    /// <summary>Begins it.</summary>
    public RunningRequest(RequestIdentity identity, string text, Action<RunningRequest> ended, CancellationToken aborted)
    {
        Identity = identity;
        Text = text;
        _ended = ended;
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(aborted);
    }

    /// <summary>Whose it is.</summary>
    public RequestIdentity Identity { get; }

    /// <summary>The query or command.</summary>
    public string Text { get; }

    /// <summary>Fires when the client is gone, or somebody cancels the request.</summary>
    public CancellationToken Cancellation => _cancellation.Token;

    /// <summary>Cancels it; nothing happens when it is over.</summary>
    public void Cancel()
    {
        lock (_lock)
        {
            if (!_isOver)
            {
                _cancellation.Cancel();
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_lock)
        {
            _isOver = true;
        }

        _ended(this);
        _cancellation.Dispose();
    }
}
