namespace CasinoFloor.Web.Pipeline;

/// <summary>Runs the pipeline for as long as the app runs.</summary>
public sealed class FloorPipelineService(FloorPipeline pipeline, ILogger<FloorPipelineService> logger) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Recovery may take seconds; the web server answers meanwhile.
        await Task.Yield();
        try
        {
            await pipeline.RunAsync(endWithSource: false, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            PipelineLog.Failed(logger, exception);
            throw;
        }
    }
}
