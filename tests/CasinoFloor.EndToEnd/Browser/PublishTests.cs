using System.Diagnostics;
using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>The published program, in Production and started from an unrelated folder.</summary>
public sealed class PublishTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact(Timeout = TestTime.Limit)]
    public async Task Publish_Run_ServesItsAssetsAndALiveFloor()
    {
        var stop = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        var target = folder.File("app");
        await PublishAsync(target, stop);
        Assert.True(File.Exists(Path.Combine(target, "wwwroot", "css", "app.css")));
        Assert.True(File.Exists(Path.Combine(target, "wwwroot", "Components", "Shared", "Map", "MapView.razor.js")));

        await using var app = await ProductProcess.StartWebAsync(Path.Combine(target, "CasinoFloor.Web.dll"), stop, "--data", folder.File("data"));

        await StaticAssetsTests.AssertServesAsync(app.Address!, stop);
        await using var page = await browser.OpenAsync(app.Address!);
        await page.WaitForMapAsync();
        await page.WaitForAgeAsync("live");
        Assert.True(await page.PaintedAsync() > 20_000);
        page.AssertNoProblems();
    }

    private static async Task PublishAsync(string target, CancellationToken stop)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])["publish", ProductFiles.Project, "-c", "Release", "-o", target, "-v", "q", "--nologo"])
        {
            start.ArgumentList.Add(argument);
        }

        using var publish = Process.Start(start)!;
        var output = await publish.StandardOutput.ReadToEndAsync(stop);
        await publish.WaitForExitAsync(stop);
        Assert.True(publish.ExitCode == 0, output);
    }
}
