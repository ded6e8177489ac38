using CasinoFloor.Eventhouse;

namespace CasinoFloor.Web.Pipeline;

/// <summary>Runs the pipeline for as long as the app runs; a pipeline that cannot go on stops the app.</summary>
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
            // Stopped before it had begun to read.
        }
        catch (Exception exception) when (exception is not EventhouseException)
        {
            PipelineLog.Failed(logger, exception);
            throw;
        }
    }
}
