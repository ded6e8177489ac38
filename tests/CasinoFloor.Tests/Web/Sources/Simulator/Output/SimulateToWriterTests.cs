using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator.Output;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Simulator.Output;

public sealed class SimulateToWriterTests
{
    private static readonly DateTime Start = new(2026, 11, 20, 18, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task RunAsync_ToAFolder_WritesOneFilePerStream()
    {
        var folder = Directory.CreateTempSubdirectory("simulate").FullName;
        try
        {
            SimulateResult result;
            await using (var output = NdjsonOutput.Open(folder, EventStreams.All.ToArray(), Stream.Null))
            {
                result = await Writer().RunAsync(
                    new NdjsonStage(output, long.MaxValue),
                    new SimulateRequest { Start = Start, Duration = TimeSpan.FromMinutes(10), AtMaxSpeed = true },
                    TestContext.Current.CancellationToken);
            }

            foreach (var stream in EventStreams.All.ToArray())
            {
                var lines = await File.ReadAllLinesAsync(Path.Combine(folder, stream.Name() + ".ndjson"), TestContext.Current.CancellationToken);
                Assert.Equal(result.Written[(int)stream], lines.Length);
                Assert.All(lines, line => Assert.StartsWith("{\"event_id\":", line, StringComparison.Ordinal));
            }

            Assert.Equal(Start.AddMinutes(10), result.Until);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task RunAsync_Count_WritesExactlySoManyOfTheChosenStream()
    {
        using var stream = new MemoryStream();
        await using (var output = NdjsonOutput.To(stream, [EventStream.Slot]))
        {
            var request = new SimulateRequest { Start = Start, Count = 5_000, AtMaxSpeed = true, Streams = [EventStream.Slot] };
            var result = await Writer().RunAsync(new NdjsonStage(output, 5_000), request, TestContext.Current.CancellationToken);
            Assert.Equal(5_000, result.Total);
        }

        Assert.Equal(5_000, stream.ToArray().AsSpan().Count((byte)'\n'));
    }

    [Fact]
    public async Task RunAsync_MaxSpeedWithoutEnd_SaysSo()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => Writer().RunAsync(
            new NdjsonStage(NdjsonOutput.To(Stream.Null, EventStreams.All.ToArray()), 1), new SimulateRequest { AtMaxSpeed = true }, TestContext.Current.CancellationToken));
        Assert.Contains("a duration or a count", error.Message, StringComparison.Ordinal);
    }

    private static SimulateToWriter Writer() => new(RecordingWriter.Clean(300), TimeProvider.System);
}
