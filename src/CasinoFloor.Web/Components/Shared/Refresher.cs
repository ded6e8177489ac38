using Microsoft.JSInterop;

namespace CasinoFloor.Web.Components.Shared;

/// <summary>
/// Renders a component again at an interval until disposed. A render that takes longer than the interval is not queued twice; one that fails is not the last.
/// </summary>
internal sealed class Refresher : IDisposable
{
    private readonly PeriodicTimer _timer;
    private volatile bool _disposed;

    /// <summary>Begins.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="interval">How often.</param>
    /// <param name="render">Renders; on the component's own dispatcher.</param>
    /// <param name="fail">Takes an error that is none of a browser that is away: <c>DispatchExceptionAsync</c> of the component.</param>
    public Refresher(TimeProvider time, TimeSpan interval, Func<Task> render, Func<Exception, Task> fail)
    {
        _timer = new PeriodicTimer(interval, time);
        _ = RunAsync(render, fail);
    }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        _disposed = true;
        _timer.Dispose();
    }

    private async Task RunAsync(Func<Task> render, Func<Exception, Task> fail)
    {
        while (await _timer.WaitForNextTickAsync())
        {
            try
            {
                await render();
            }
            catch (Exception exception) when (_disposed || exception is OperationCanceledException or JSDisconnectedException)
            {
                // The page was left, or the browser is away for a while.
            }
            catch (Exception exception)
            {
                await fail(exception);
            }
        }
    }
}
