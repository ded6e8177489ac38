namespace CasinoFloor.Web.Components.Shared;

/// <summary>Renders a component again at an interval until disposed. A render that takes longer than the interval is not queued twice.</summary>
internal sealed class Refresher : IDisposable
{
    private readonly PeriodicTimer _timer;

    public Refresher(TimeProvider time, TimeSpan interval, Func<Task> render)
    {
        _timer = new PeriodicTimer(interval, time);
        _ = RunAsync(render);
    }

    /// <summary>Ends it.</summary>
    public void Dispose() => _timer.Dispose();

    private async Task RunAsync(Func<Task> render)
    {
        while (await _timer.WaitForNextTickAsync())
        {
            await render();
        }
    }
}
