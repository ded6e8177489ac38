using System.Diagnostics;
using System.Globalization;
using CasinoFloor.Eventhouse.Embedded;

namespace CasinoFloor.Tests.Eventhouse.Embedded;

/// <summary>A data directory that processes of their own write to; see <see cref="ProcessTests"/>.</summary>
internal sealed class WriterDirectory : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("eventhouse-writer");

    private string Progress => ProgressOf(_directory.FullName);

    /// <summary>The file that says how often the process has written.</summary>
    public static string ProgressOf(string directory) => Path.Combine(directory, "progress");

    public static EmbeddedOptions OptionsFor(string directory) => new() { Directory = directory, CheckpointBytes = 1L << 20 };

    public EmbeddedEventhouse MakeHouse() => new(OptionsFor(_directory.FullName), TestBatches.Identify, TimeProvider.System);

    /// <summary>Starts a process that writes rows until it is killed, which disposing it does.</summary>
    public KilledProcess StartWriter()
    {
        File.Delete(Progress);
        var start = new ProcessStartInfo("dotnet", [typeof(ProcessTests).Assembly.Location, KilledWriter.Command, _directory.FullName])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new KilledProcess(Process.Start(start)!);
    }

    /// <summary>Waits until the process has written so often.</summary>
    public async Task WaitForProgressAsync(KilledProcess writer, int writes)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (Written() < writes)
        {
            Xunit.Assert.False(writer.HasExited, writer.Output);
            await timer.WaitForNextTickAsync(TestHouse.Token);
        }
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private int Written()
    {
        try
        {
            return int.TryParse(File.ReadAllText(Progress), CultureInfo.InvariantCulture, out var writes) ? writes : 0;
        }
        catch (FileNotFoundException)
        {
            return 0;
        }
    }
}
