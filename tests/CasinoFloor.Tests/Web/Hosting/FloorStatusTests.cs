using CasinoFloor.Tests.Web.Pipeline;
using CasinoFloor.Web.Hosting;
using CasinoFloor.Web.Live;
using CasinoFloor.Web.Live.Viewers;
using CasinoFloor.Web.Pipeline;
using Microsoft.Extensions.Options;

namespace CasinoFloor.Tests.Web.Hosting;

public sealed class FloorStatusTests
{
    private readonly FakeEventhouse _eventhouse = new();
    private readonly ViewerBoard _viewers = new(TimeProvider.System, Options.Create(new FloorLiveOptions()));
    private readonly SpinSource _source = new(messages: 20, perBatch: 10);

    [Fact]
    public async Task Health_BeforeAndAfterTheOpening_IsStartingAndThenOk()
    {
        var pipeline = TestPipeline.Create(_source, _eventhouse);
        var status = new FloorStatus(_source, _eventhouse, pipeline, new BootId(), _viewers);
        Assert.Equal(HealthAnswer.Starting, status.Health.Status);

        await pipeline.RunAsync(endWithSource: true, TestContext.Current.CancellationToken);

        Assert.Equal((HealthAnswer.Ok, 20, 20, 0), (status.Health.Status, status.Health.Received, status.Health.Stored, status.Health.InFlight));
    }

    [Fact]
    public async Task Health_EventhouseAway_IsDegradedAndSaysWhy()
    {
        _eventhouse.FailuresLeft = int.MaxValue;
        var pipeline = TestPipeline.Create(_source, _eventhouse, new PipelineOptions { StopTimeout = TimeSpan.FromMilliseconds(50) });
        var status = new FloorStatus(_source, _eventhouse, pipeline, new BootId(), _viewers);
        using var stop = new CancellationTokenSource();
        var running = pipeline.RunAsync(endWithSource: false, stop.Token);
        while (status.Health.Problem is null)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.Equal((HealthAnswer.Degraded, "away"), (status.Health.Status, status.Health.Problem));
        await stop.CancelAsync();
        await running;
    }
}
