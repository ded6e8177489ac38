using System.Runtime.ExceptionServices;
using CasinoFloor.Eventhouse;

namespace CasinoFloor.Web.Pipeline;

/// <summary>Runs the pipeline for as long as the app runs. A pipeline that cannot go on stops the app, so that whatever watches over it can start it anew.</summary>
public sealed class FloorPipelineService(FloorPipeline pipeline, IHostApplicationLifetime lifetime, ILogger<FloorPipelineService> logger) : BackgroundService
{
    private volatile ExceptionDispatchInfo? _failure;

    /// <summary>Throws what stopped the pipeline, if that was a failure.</summary>
    public void ThrowIfFailed() => _failure?.Throw();

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
        catch (Exception exception)
        {
            if (exception is not EventhouseException)
            {
                PipelineLog.Failed(logger, exception);
            }

            _failure = ExceptionDispatchInfo.Capture(exception);
            lifetime.StopApplication();
        }
    }
}
