using System.Diagnostics;
using System.Globalization;

namespace CasinoFloor.EndToEnd.Commands;

/// <summary>Ctrl+C, and a polite kill, while a command works.</summary>
public sealed class StopTests
{
    [Theory(Timeout = TestTime.Limit)]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Replay_StoppedWhileStandardInputIsOpen_StoresAndSumsUpWhatItRead(string signal)
    {
        var stop = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        await using var replay = ProductProcess.Start("replay", "-", "--stream", "slot", "--exit", "--json", "--data", folder.File("data"));
        await replay.WriteLineAsync("""{"machine_id":"M1","event_type":"SPIN","event_timestamp":"2026-11-20T18:00:00Z","wager_amount":2.50,"payout_amount":0}""");
        await UntilAsync(() => replay.Errors.Contains(" 1 stored", StringComparison.Ordinal), stop);

        Assert.Equal(1, await SignalAsync(replay, signal, stop));

        Assert.Contains("\"coin_in\": \"2.50\"", replay.Output, StringComparison.Ordinal);
    }

    private static async Task<int> SignalAsync(ProductProcess process, string signal, CancellationToken stop)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Signals are sent with kill.");
        using var kill = Process.Start("kill", ["-s", signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(stop);
        return await process.WaitForExitAsync(stop).WaitAsync(TimeSpan.FromMinutes(1), stop);
    }

    private static async Task UntilAsync(Func<bool> condition, CancellationToken stop)
    {
        while (!condition())
        {
            await Task.Delay(50, stop);
        }
    }
}
