using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>The real program with its simulator, started once for a class's tests that only look at it.</summary>
public sealed class RunningProduct : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ProductProcess? _process;

    public Uri Address => _process!.Address!;

    public async ValueTask InitializeAsync()
    {
        var stop = TestContext.Current.CancellationToken;
        _process = await ProductProcess.StartWebAsync(stop, "--data", _folder.File("data"));
        await _process.WaitForAsync(health => health.GetProperty("status").GetString() == "ok", stop);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();

        _folder.Dispose();
    }
}
