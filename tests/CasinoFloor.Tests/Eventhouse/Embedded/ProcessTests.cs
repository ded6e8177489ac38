using CasinoFloor.Eventhouse;
using Xunit;

namespace CasinoFloor.Tests.Eventhouse.Embedded;

/// <summary>What only a second process can show: the file's lock, and a writer that is killed.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task OpenAsync_FileOfAnotherProcess_NamesTheProcess()
    {
        using var directory = new WriterDirectory();
        using var writer = directory.StartWriter();
        await directory.WaitForProgressAsync(writer, 1);
        await using var house = directory.MakeHouse();

        var failure = await Assert.ThrowsAsync<EventhouseException>(() => house.OpenAsync(TestHouse.Token));

        Assert.Contains("in use by another process", failure.Message, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Contains($"(PID {writer.Id})", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task OpenAsync_AfterTheWriterWasKilled_HasExactlyWhatItsCheckpointSays()
    {
        using var directory = new WriterDirectory();
        for (var kill = 1; kill <= 4; kill++)
        {
            using (var writer = directory.StartWriter())
            {
                await directory.WaitForProgressAsync(writer, 2 + (kill * 3));
            }

            await using var house = directory.MakeHouse();
            await house.OpenAsync(TestHouse.Token);
            using var reader = house.OpenReader();
            var next = Assert.Single(await house.LoadCheckpointsAsync(TestHouse.Token)).NextOffset;
            var row = TestHouse.Query(
                reader,
                """
                SELECT count(*), count(DISTINCT source_offset), max(source_offset), sum(wager_amount),
                    count(*) FILTER (event_id <> 'SLOT-1-' || source_offset)
                FROM slot_events_live
                """)[0];
            var findings = TestHouse.Query(reader, "SELECT count(*) FROM alerts_live JOIN slot_events_live ON finding_id = source_offset::VARCHAR")[0];
            Assert.True(next > 0);
            Assert.Equal([next, next, next - 1, (double)next, 0L], row);
            Assert.Equal(TestHouse.Query(reader, "SELECT count(*) FROM alerts_live")[0], findings);
        }
    }
}
