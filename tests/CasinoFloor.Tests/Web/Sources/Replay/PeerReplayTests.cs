using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Replay;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Replay;

/// <summary>The peer's four files, with the product's own dialects.</summary>
public sealed class PeerReplayTests
{
    [Fact]
    public async Task RunAsync_PeerFolder_IsFoundOutAndLandsBeforeNow()
    {
        var peer = RepositoryFiles.SharedOrSkip(Path.Combine("data", "peer"));
        var decoding = new DecodingOptions();
        var set = ShippedDialects.Under(decoding);
        var sink = new FakeBatchSink();
        var source = new ReplaySource(new ReplayOptions { Path = peer }, new ReplayDialects(set, decoding), TimeProvider.System);
        await source.RunAsync(sink, TestContext.Current.CancellationToken);

        Assert.Equal("finished", source.Status.State);

        // The peer's cage transactions have the default dialect's own names.
        var dialectsFound = sink.Messages.Select(message => (message.Partition.Stream, message.Dialect)).Distinct().Order().ToList();
        Assert.Equal(
            [(EventStream.Slot, "peer"), (EventStream.Table, "peer"), (EventStream.Security, "peer"), (EventStream.Cash, "default")], dialectsFound);
        Assert.Equal(7_800, sink.Count);
        Assert.Equal(6_000, sink.Messages.Count(message => message.Partition.Stream == EventStream.Slot));
        Assert.Single(sink.Messages.Select(message => message.TimeShift).Distinct());
    }
}
