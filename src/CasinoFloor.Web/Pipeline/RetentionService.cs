using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.Embedded;

namespace CasinoFloor.Web.Pipeline;

/// <summary>Deletes what is past the embedded Eventhouse's age or size, now and then.</summary>
public sealed class RetentionService(
    FloorPipeline pipeline, Retention retention, PipelineOptions options, TimeProvider time, ILogger<RetentionService> logger) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await pipeline.Opened.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(options.RetentionInterval, time);
        do
        {
            await ApplyAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ApplyAsync(CancellationToken stop)
    {
        try
        {
            var result = await retention.ApplyAsync(time.GetUtcNow().UtcDateTime, stop);
            if (result.RowsDeletedByAge + result.RowsDeletedBySize > 0)
            {
                PipelineLog.Retained(logger, result.RowsDeletedByAge, result.RowsDeletedBySize, result.UsedBytes);
            }
        }
        catch (EventhouseException exception)
        {
            PipelineLog.RetentionFailed(logger, options.RetentionInterval, exception);
        }
    }
}
