using System.Diagnostics;
using System.Globalization;
using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.Embedded;

namespace CasinoFloor.Benchmarks;

/// <summary>
/// A bounded load run of the embedded Eventhouse: writes slot events into a fresh file as fast as it takes them, then reads them back
/// as a restart does, and prints a table.
/// </summary>
internal static class EventhouseLoadRun
{
    // A quiet floor's second, a write just below and at a row group, and what the pipeline writes when busy.
    private static readonly int[] RowsPerWrite = [2_000, 40_000, 40_960, 81_920];

    /// <summary>Runs it with 1,000,000 rows, or as many as the first argument says, for each size of write.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var totalRows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        Print($"{"rows per write",14}{"rows/s",12}{"p50 ms",9}{"p99 ms",9}{"max ms",9}{"cpu us/row",12}{"B/row",8}{"file MB",9}{"working set MB",16}{"recovered rows/s",18}");
        foreach (var rowsPerWrite in RowsPerWrite)
        {
            await RunAsync(totalRows, rowsPerWrite);
        }

        return 0;
    }

    private static async Task RunAsync(int totalRows, int rowsPerWrite)
    {
        var directory = Directory.CreateTempSubdirectory("eventhouse-load");
        try
        {
            var options = new EmbeddedOptions { Directory = directory.FullName };
            await using var house = new EmbeddedEventhouse(options, (_, id) => (UInt128)id.Length, TimeProvider.System);
            await house.OpenAsync(CancellationToken.None);
            var written = await WriteAsync(house, options, totalRows, rowsPerWrite);
            Print(written + await RecoverAsync(house));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task<string> WriteAsync(EmbeddedEventhouse house, EmbeddedOptions options, int totalRows, int rowsPerWrite)
    {
        using var process = Process.GetCurrentProcess();
        var rows = new EventhouseRows(rowsPerWrite);
        var times = new List<double>();
        var (written, allocated) = (0L, 0L);
        var (busy, cpu) = (TimeSpan.Zero, TimeSpan.Zero);
        while (written < totalRows)
        {
            rows.Renew();
            process.Refresh();
            var (cpuBefore, allocatedBefore) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes());
            var start = Stopwatch.GetTimestamp();
            await house.WriteAsync(rows.Batches, [new Checkpoint(EventhouseRows.Partition, rows.NextOffset)], CancellationToken.None);
            var took = Stopwatch.GetElapsedTime(start);
            allocated += GC.GetTotalAllocatedBytes() - allocatedBefore;
            process.Refresh();
            cpu += process.TotalProcessorTime - cpuBefore;
            busy += took;
            times.Add(took.TotalMilliseconds);
            written += rowsPerWrite;
        }

        times.Sort();
        var size = new FileInfo(options.FilePath).Length / 1048576.0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{rowsPerWrite,14:N0}{written / busy.TotalSeconds,12:N0}{At(0.5),9:N0}{At(0.99),9:N0}{times[^1],9:N0}{cpu.TotalMicroseconds / written,12:N2}{(double)allocated / written,8:N2}{size,9:N0}{process.WorkingSet64 / 1048576.0,16:N0}");

        double At(double share) => times[(int)(share * (times.Count - 1))];
    }

    private static async Task<string> RecoverAsync(EmbeddedEventhouse house)
    {
        var start = Stopwatch.GetTimestamp();
        var read = 0L;
        await house.RecoverAsync(EventStream.Slot, DateTime.UnixEpoch, batch => read += batch.Slots.Count, CancellationToken.None);
        return string.Create(CultureInfo.InvariantCulture, $"{read / Stopwatch.GetElapsedTime(start).TotalSeconds,18:N0}");
    }

    private static void Print(string line) => Console.WriteLine(line);
}
