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
    /// <summary>Writes and recovers <paramref name="totalRows"/> rows in writes of <paramref name="rowsPerWrite"/>.</summary>
    public static async Task RunAsync(int totalRows, int rowsPerWrite, Action<EmbeddedOptions>? configure = null)
    {
        var directory = Directory.CreateTempSubdirectory("eventhouse-load");
        try
        {
            var options = new EmbeddedOptions { Directory = directory.FullName };
            configure?.Invoke(options);
            await using var house = new EmbeddedEventhouse(options, (_, id) => (UInt128)id.Length, TimeProvider.System);
            await house.OpenAsync(CancellationToken.None);
            await WriteAsync(house, options, totalRows, rowsPerWrite);
            await RecoverAsync(house);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task WriteAsync(EmbeddedEventhouse house, EmbeddedOptions options, int totalRows, int rowsPerWrite)
    {
        var rows = new EventhouseRows(rowsPerWrite);
        var times = new List<double>();
        var written = 0L;
        var busy = TimeSpan.Zero;
        var allocated = 0L;
        while (written < totalRows)
        {
            rows.Renew();
            var before = GC.GetTotalAllocatedBytes();
            var start = Stopwatch.GetTimestamp();
            await house.WriteAsync(rows.Batches, [new Checkpoint(EventhouseRows.Partition, rows.NextOffset)], CancellationToken.None);
            var took = Stopwatch.GetElapsedTime(start);
            allocated += GC.GetTotalAllocatedBytes() - before;
            busy += took;
            times.Add(took.TotalMilliseconds);
            written += rowsPerWrite;
        }

        times.Sort();
        var size = new FileInfo(options.FilePath).Length / 1048576.0;
        var memory = Process.GetCurrentProcess().WorkingSet64 / 1048576.0;
        Print("rows per write  rows/s      p50 ms   p99 ms   max ms   B/row   file MB   working set MB");
        Print(string.Create(
            CultureInfo.InvariantCulture,
            $"{rowsPerWrite,14:N0}  {written / busy.TotalSeconds,-10:N0}  {At(0.5),-7:N0}  {At(0.99),-7:N0}  {times[^1],-7:N0}  {(double)allocated / written,-6:N2}  {size,-8:N0}  {memory:N0}"));

        double At(double share) => times[(int)(share * (times.Count - 1))];
    }

    private static async Task RecoverAsync(EmbeddedEventhouse house)
    {
        var start = Stopwatch.GetTimestamp();
        var read = 0L;
        await house.RecoverAsync(EventStream.Slot, DateTime.UnixEpoch, batch => read += batch.Slots.Count, CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(start);
        Print(string.Create(CultureInfo.InvariantCulture, $"recovered {read:N0} rows in {took.TotalSeconds:N1} s: {read / took.TotalSeconds:N0} rows/s"));
    }

    private static void Print(string line) => Console.WriteLine(line);
}
