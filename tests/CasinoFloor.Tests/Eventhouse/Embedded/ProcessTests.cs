using System.Globalization;
using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.Embedded;
using Xunit;

namespace CasinoFloor.Tests.Eventhouse.Embedded;

/// <summary>What only a second process can show: the file's lock, and a writer that is killed.</summary>
public sealed class ProcessTests
{
    internal const string DirectoryVariable = "CASINOFLOOR_TEST_EVENTHOUSE";

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

    /// <summary>The process that the tests above start and kill; it writes until then.</summary>
    [Fact(Explicit = true)]
    public async Task Writer_InAProcessOfItsOwn_WritesUntilItIsKilled()
    {
        var directory = Environment.GetEnvironmentVariable(DirectoryVariable);
        Assert.SkipWhen(directory is null, $"{DirectoryVariable} names no directory: run by the other tests only.");
        await using var house = new EmbeddedEventhouse(WriterDirectory.OptionsFor(directory), TestBatches.Identify, TimeProvider.System);
        await house.OpenAsync(TestHouse.Token);
        var next = (await house.LoadCheckpointsAsync(TestHouse.Token)).Select(checkpoint => checkpoint.NextOffset).FirstOrDefault();
        for (var write = 1; ; write++)
        {
            // By turns through the write-ahead log and, as a whole row group, past it.
            var rows = write % 2 == 0 ? 3_000 : EmbeddedOptions.RowGroupRows;
            var batch = TestBatches.Spins(next, rows, TestHouse.Now, 0.001);
            batch.Findings.Add(TestBatches.Finding($"{next}", TestHouse.Now));
            next += rows;
            await house.WriteAsync([batch], [TestBatches.At(next)], TestHouse.Token);
            await File.WriteAllTextAsync(Path.Combine(directory, "progress"), write.ToString(CultureInfo.InvariantCulture), TestHouse.Token);
        }
    }
}
