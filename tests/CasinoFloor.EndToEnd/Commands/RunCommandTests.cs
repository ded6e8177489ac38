using Xunit;

namespace CasinoFloor.EndToEnd.Commands;

public sealed class RunCommandTests
{
    [Fact]
    public async Task Run_DataOfARunningApp_FailsAndNamesTheProcess()
    {
        var stop = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        await using var first = await ProductProcess.StartWebAsync(stop, "--data", folder.File("data"));
        await using var second = ProductProcess.Start("--data", folder.File("data"), "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, await second.WaitForExitAsync(stop));

        Assert.Contains("in use by another process", second.Errors, StringComparison.Ordinal);
        Assert.False(first.HasExited, first.Errors);
    }
}
