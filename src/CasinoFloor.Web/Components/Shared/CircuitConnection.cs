using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CasinoFloor.Web.Components.Shared;

/// <summary>
/// Whether the browser of this circuit is connected. While it is away a call into it would wait for its time-out, also after
/// the browser has come back: whoever sends frames pauses instead.
/// </summary>
public sealed class CircuitConnection : CircuitHandler, IDisposable
{
    private volatile TaskCompletionSource _up = NewSignal();
    private volatile CancellationTokenSource _down = new();

    /// <summary>Completes when the browser is connected.</summary>
    public Task Up => _up.Task;

    /// <summary>Cancelled when the present connection is lost.</summary>
    public CancellationToken Down => _down.Token;

    /// <inheritdoc />
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_down.IsCancellationRequested)
            _down = new CancellationTokenSource();

        _up.TrySetResult();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _up = NewSignal();
        return _down.CancelAsync();
    }

    /// <inheritdoc />
    public void Dispose() => _down.Dispose();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
