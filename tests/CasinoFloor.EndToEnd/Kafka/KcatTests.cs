using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace CasinoFloor.EndToEnd.Kafka;

/// <summary>Events of a producer that is not ours: kcat.</summary>
public sealed class KcatTests
{
    [Fact(Timeout = TestTime.Limit)]
    public async Task Run_EventsFromKcat_StoresThemAll()
    {
        var kcat = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "kcat"))
            .FirstOrDefault(File.Exists);
        if (kcat is null)
            Assert.Skip("kcat is not installed (apt-get install kcat)");
        using var cluster = new MockKafkaCluster();
        cluster.CreateTopic("es-slot-telemetry", 4);
        await using var member = KafkaMember.Start(KafkaMember.Options(cluster.BootstrapServers, "es-slot-telemetry"));
        var bodies = Enumerable.Range(0, 5_000)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $$"""{"machine_id":"M{{number % 50}}","event_type":"SPIN","wager_amount":{{number}}}"""))
            .ToList();

        using var process = Process.Start(new ProcessStartInfo(kcat, ["-P", "-b", cluster.BootstrapServers, "-t", "es-slot-telemetry", "-K", "|"])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
        });
        Assert.NotNull(process);
        foreach (var body in bodies)
            await process.StandardInput.WriteLineAsync($"M{bodies.IndexOf(body) % 50}|{body}");
        process.StandardInput.Close();
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, errors);

        await Eventually.True(() => member.Pipeline.Stored.Count == bodies.Count, () => $"{member.Pipeline.Stored.Count} stored; {member.Source.Status}");
        Assert.Equal(bodies.Order(StringComparer.Ordinal), member.Pipeline.Stored.Select(record => record.Body).Order(StringComparer.Ordinal));
    }
}
