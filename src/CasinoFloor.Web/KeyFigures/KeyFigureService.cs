using CasinoFloor.Web.Live;

namespace CasinoFloor.Web.KeyFigures;

/// <summary>Asks history once a minute how the floor does against the usual, for all viewers.</summary>
public sealed class KeyFigureService(
    FloorFeed feed, KeyFigureAsker asker, KeyFigureHistory history, TimeProvider time, ILogger<KeyFigureService> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan UntilTheFirstEvent = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        string? problem = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            if (feed.Latest?.Summary is not { Watermark: not null } summary)
            {
                await Task.Delay(UntilTheFirstEvent, time, stoppingToken);
                continue;
            }

            await foreach (var figures in asker.AskAsync(summary, stoppingToken))
            {
                history.Publish(figures);
                if (figures.Problem is { } now && now != problem)
                    KeyFigureLog.NotAnswered(logger, now);

                problem = figures.Problem;
            }

            await Task.Delay(Interval, time, stoppingToken);
        }
    }
}
