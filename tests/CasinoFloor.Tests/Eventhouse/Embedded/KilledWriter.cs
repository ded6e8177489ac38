using System.Globalization;
using CasinoFloor.Eventhouse.Embedded;

namespace CasinoFloor.Tests.Eventhouse.Embedded;

/// <summary>What the process does that <see cref="ProcessTests"/> start and kill: it writes until then.</summary>
internal static class KilledWriter
{
    public const string Command = "write-until-killed";

    public static async Task<int> RunAsync(string directory)
    {
        await using var house = new EmbeddedEventhouse(WriterDirectory.OptionsFor(directory), TestBatches.Identify, TimeProvider.System);
        await house.OpenAsync(CancellationToken.None);
        var next = (await house.LoadCheckpointsAsync(CancellationToken.None)).Select(checkpoint => checkpoint.NextOffset).FirstOrDefault();
        for (var write = 1; ; write++)
        {
            // By turns through the write-ahead log and, as a whole row group, past it.
            var rows = write % 2 == 0 ? 3_000 : EmbeddedOptions.RowGroupRows;
            var batch = TestBatches.Spins(next, rows, TestHouse.Now, 0.001);
            batch.Findings.Add(TestBatches.Finding($"{next}", TestHouse.Now));
            next += rows;
            await house.WriteAsync([batch], [TestBatches.At(next)], CancellationToken.None);
            await File.WriteAllTextAsync(WriterDirectory.ProgressOf(directory), write.ToString(CultureInfo.InvariantCulture));
        }
    }
}
