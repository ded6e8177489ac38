namespace CasinoFloor.Web.Layouts;

/// <summary>Has planned layouts hold from their moment on, and reads the saved one once the Eventhouse answers, where it did not at the start.</summary>
internal sealed class LayoutCatchUpService(LayoutDesk desk, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var timer = new PeriodicTimer(Interval, time);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await desk.CatchUpAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The app stops.
        }
    }
}
