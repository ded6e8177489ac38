using System.Diagnostics;
using System.Globalization;
using CasinoFloor.EndToEnd.Kafka;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>From a producer that knows nothing of this product, through a broker, to the page in a browser.</summary>
public sealed class KafkaPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>, IDisposable
{
    private const string Topic = "es-slot-telemetry";
    private readonly MockKafkaCluster _cluster = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _cluster.Dispose();
        _folder.Dispose();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Kcat_WritesEventsToTheBroker_TheyShowOnThePage()
    {
        var stop = TestContext.Current.CancellationToken;
        Assert.SkipUnless(FindKcat() is not null, "No kcat on the PATH: install the package kcat.");
        _cluster.CreateTopic(Topic, 2);
        await using var app = await ProductProcess.StartWebAsync(
            stop,
            "--source", "kafka", "--data", _folder.File("data"),
            "--set", $"Kafka:BootstrapServers={_cluster.BootstrapServers}",
            "--set", "Kafka:Client:fetch.wait.max.ms=10",
            "--set", "Live:StaleAfter=00:10:00");
        await using var page = await browser.OpenAsync(app.Address!);

        var now = TimeProvider.System.GetUtcNow();
        await WriteAsync(
            [
                .. Enumerable.Range(0, 40).Select(n => Event(now.AddSeconds(n - 45), $"KCAT-{n % 8}", "SPIN", "\"wager_amount\":2.5,\"payout_amount\":1")),
                Event(now.AddSeconds(-2), "KCAT-3", "JACKPOT", "\"payout_amount\":12500.5"),
            ],
            stop);

        await page.WaitForMapAsync();
        await page.Page.GetByText("$12,500.50").First.WaitForAsync();
        await page.Page.GetByText("$100", new() { Exact = true }).First.WaitForAsync();
        await page.WaitForAgeAsync("live");
        page.AssertNoProblems();
    }

    private async Task WriteAsync(IEnumerable<string> lines, CancellationToken stop)
    {
        using var kcat = Process.Start(new ProcessStartInfo(FindKcat()!, ["-P", "-b", _cluster.BootstrapServers, "-t", Topic])
        {
            RedirectStandardInput = true,
        })!;
        foreach (var line in lines)
        {
            await kcat.StandardInput.WriteLineAsync(line.AsMemory(), stop);
        }

        kcat.StandardInput.Close();
        await kcat.WaitForExitAsync(stop);
        Assert.Equal(0, kcat.ExitCode);
    }

    private static string Event(DateTimeOffset time, string machine, string type, string rest) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"machine_id":"{{machine}}","event_type":"{{type}}","event_timestamp":"{{time:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}}","floor_section":"Kcat Row",{{rest}}}""");

    private static string? FindKcat() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => new[] { Path.Combine(folder, "kcat"), Path.Combine(folder, "kafkacat") })
            .FirstOrDefault(File.Exists);
}
