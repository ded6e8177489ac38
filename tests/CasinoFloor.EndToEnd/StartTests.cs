using System.Net;
using System.Net.Sockets;

namespace CasinoFloor.EndToEnd;

/// <summary>What a user sees when the app cannot start.</summary>
public sealed class StartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = TestTime.Limit)]
    public async Task Run_DataFolderInUse_SaysByWhomAndEnds()
    {
        var stop = TestContext.Current.CancellationToken;
        var data = _folder.File("data");
        await using var first = await ProductProcess.StartWebAsync(stop, "--data", data);

        await using var second = ProductProcess.Start("run", "--data", data, "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, await second.WaitForExitAsync(stop));
        Assert.Contains($"in use by another process (PID {first.Id})", second.Errors, StringComparison.Ordinal);
        Assert.Contains("--data", second.Errors, StringComparison.Ordinal);
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Run_AddressInUse_SaysSoInOneLineAndEnds()
    {
        var stop = TestContext.Current.CancellationToken;
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        await using var run = ProductProcess.Start("run", "--data", _folder.File("data"), "--urls", address);

        Assert.Equal(1, await run.WaitForExitAsync(stop));
        Assert.Contains($"{address}: address already in use. Choose another address with --urls", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }
}
