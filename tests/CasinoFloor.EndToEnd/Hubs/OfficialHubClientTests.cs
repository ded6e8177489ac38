using System.Text.Json;
using CasinoFloor.EndToEnd.Npm;

namespace CasinoFloor.EndToEnd.Hubs;

/// <summary>The built program's hub, opened with SignalR's own JavaScript client as <c>Web/Hubs/CONTRACT.md</c> describes.</summary>
public sealed class OfficialHubClientTests : IDisposable
{
    private const int Machines = 200;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory(Timeout = TestTime.Limit)]
    [InlineData("json")]
    [InlineData("messagepack")]
    public async Task Streams_FollowedByTheOfficialClient_HoldTheContract(string protocol)
    {
        var stop = TestContext.Current.CancellationToken;
        var packages = await NpmFolder.InstallOrSkipAsync("signalr", stop);
        await using var app = await ProductProcess.StartWebAsync(stop, "--data", _folder.File("data"), "--set", $"Simulator:Machines={Machines}");

        var seen = JsonElement.Parse(await packages.RunAsync("floor.mjs", stop, app.Address!.ToString(), protocol));

        Assert.Equal(("snapshot", 1), (seen.GetProperty("kind").GetString(), seen.GetProperty("contract").GetInt32()));
        Assert.Equal((Machines, Machines), (seen.GetProperty("machines").GetInt32(), seen.GetProperty("states").GetInt32()));
        var fields = seen.GetProperty("fields").EnumerateArray().Select(field => field.GetString()).ToHashSet();
        Assert.Superset(new HashSet<string?>(["id", "status", "flags", "heat", "coinInPerMinute", "holdDelta", "occupancy", "lastWin"]), fields);
        Assert.True(seen.GetProperty("chained").GetBoolean(), "A delta did not follow the item before it.");
        Assert.InRange(seen.GetProperty("deltas").GetInt32(), 1, int.MaxValue);
        Assert.InRange(seen.GetProperty("changed").GetInt32(), 1, int.MaxValue);
        Assert.InRange(seen.GetProperty("age").GetInt64(), 0, 60_000);
        Assert.InRange(seen.GetProperty("ofSection").GetProperty("machines").GetInt32(), 1, Machines - 1);
        Assert.Equal(0, seen.GetProperty("ofSection").GetProperty("others").GetInt32());
        foreach (var stream in new[] { "jackpots", "findings" })
        {
            var first = seen.GetProperty(stream);
            Assert.Equal(("snapshot", true), (first.GetProperty("kind").GetString(), first.GetProperty("isList").GetBoolean()));
        }

        Assert.Contains("Nowhere", seen.GetProperty("refused").GetProperty("section").GetString(), StringComparison.Ordinal);
        Assert.Contains("99", seen.GetProperty("refused").GetProperty("contract").GetString(), StringComparison.Ordinal);
    }
}
