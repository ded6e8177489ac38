using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Tests.Web.Live;
using CasinoFloor.Web.Hubs;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace CasinoFloor.Tests.Web.Hubs;

public sealed class FloorHubTests
{
    private static readonly DateTime Now = new(2026, 3, 1, 20, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Floor_SnapshotThenDelta_LeadsToTheFloorsState(bool messagePack)
    {
        await using var host = await HubHost.StartAsync();
        host.Floor[3] = new MachineView(MachineStatus.Critical, MachineFlags.Locked | MachineFlags.Tilt, 0.5f, 55, -12);
        host.Floor.Summary = Summaries.Of(Now) with
        {
            Sections = [new SectionFigures("VIP", new FloorFigures { CoinIn = Money.FromDecimal(12.5m), Machines = 5 })],
        };
        host.Tick();
        await using var connection = await host.ConnectAsync(messagePack);
        await using var items = connection.StreamAsync<FloorMessage>("Floor", new StreamRequest(), Cancellation).GetAsyncEnumerator(Cancellation);

        var snapshot = await NextAsync(items);
        host.Floor.Heat(7, 0.9f);
        host.Tick();
        var delta = await NextAsync(items);

        Assert.Equal((1, "snapshot", 10, 10, 0L), (snapshot.Contract, snapshot.Kind, snapshot.Machines!.Count, snapshot.States.Count, snapshot.Follows));
        Assert.Equal(new DateTimeOffset(Now).ToUnixTimeMilliseconds(), snapshot.AsOf);
        var state = snapshot.States[3];
        Assert.Equal(("M-0003", "critical", 0.5, -12.0), (state.Id, state.Status, state.Heat, state.HoldDelta));
        Assert.Equal(["locked", "tilt"], state.Flags);
        Assert.InRange(state.CoinInPerMinute, 54, 56);
        Assert.Equal(("VIP", 12.5, null), (snapshot.Sections[0].Section, snapshot.Sections[0].CoinIn, snapshot.Sections[0].HoldPercent));
        Assert.Equal(("delta", snapshot.Sequence), (delta.Kind, delta.Follows));
        Assert.Null(delta.Machines);
        Assert.Equal(("M-0007", 0.9), (Assert.Single(delta.States).Id, delta.States[0].Heat));
    }

    [Fact]
    public async Task Floor_Sections_CarriesOnlyThem()
    {
        await using var host = await HubHost.StartAsync();
        host.Tick();
        await using var connection = await host.ConnectAsync();
        var items = connection.StreamAsync<FloorMessage>("Floor", new StreamRequest { Sections = ["VIP"] }, Cancellation).GetAsyncEnumerator(Cancellation);

        var snapshot = await NextAsync(items);
        host.Floor.Heat(2, 0.9f);
        host.Floor.Heat(5, 0.9f);
        host.Tick();
        var delta = await NextAsync(items);

        Assert.All(snapshot.Machines!, machine => Assert.Equal("VIP", machine.Section));
        Assert.Equal("M-0005", Assert.Single(delta.States).Id);
    }

    [Fact]
    public async Task Floor_NewLayout_SendsASnapshot()
    {
        await using var host = await HubHost.StartAsync();
        host.Floor.Grow(0);
        host.Tick();
        await using var connection = await host.ConnectAsync();
        var items = connection.StreamAsync<FloorMessage>("Floor", null, Cancellation).GetAsyncEnumerator(Cancellation);
        _ = await NextAsync(items);

        host.Floor.Grow(12);
        host.Tick();
        var second = await NextAsync(items);

        Assert.Equal("snapshot", second.Kind);
        Assert.Equal(12, second.Machines!.Count);
    }

    [Fact]
    public async Task Jackpots_NewAndReset_ComeOnceEach()
    {
        await using var host = await HubHost.StartAsync();
        var first = Jackpot("a", 1500);
        host.Floor.Summary = Summaries.Of(Now) with { Jackpots = [first] };
        host.Tick();
        await using var connection = await host.ConnectAsync();
        var items = connection.StreamAsync<JackpotsMessage>("Jackpots", null, Cancellation).GetAsyncEnumerator(Cancellation);

        var snapshot = await NextAsync(items);
        host.Tick();
        host.Floor.Summary = Summaries.Of(Now) with { Jackpots = [Jackpot("b", 12_000), first with { ResetAt = Now }] };
        host.Tick();
        var delta = await NextAsync(items);

        Assert.Equal(("snapshot", "a", 1500.0, null), (snapshot.Kind, snapshot.Jackpots[0].Id, snapshot.Jackpots[0].Amount, snapshot.Jackpots[0].ResetAt));
        Assert.Equal("delta", delta.Kind);
        Assert.Equal(["b", "a"], delta.Jackpots.Select(jackpot => jackpot.Id));
        Assert.NotNull(delta.Jackpots[1].ResetAt);
    }

    [Fact]
    public async Task Findings_EndedCondition_IsCleared()
    {
        await using var host = await HubHost.StartAsync();
        host.Floor.Summary = Summaries.Of(Now) with { Attention = [Condition("x", 1), Condition("floor", -1)] };
        host.Tick();
        await using var connection = await host.ConnectAsync(messagePack: true);
        var items = connection.StreamAsync<FindingsMessage>("Findings", new StreamRequest { Sections = ["VIP"] }, Cancellation).GetAsyncEnumerator(Cancellation);

        var snapshot = await NextAsync(items);
        host.Floor.Summary = Summaries.Of(Now);
        host.Tick();
        var delta = await NextAsync(items);

        Assert.Equal(("x", "machineDown", "high"), (Assert.Single(snapshot.Raised).Id, snapshot.Raised[0].Kind, snapshot.Raised[0].Severity));
        Assert.Empty(delta.Raised);
        Assert.Equal(["x"], delta.Cleared);
    }

    [Theory]
    [InlineData(2, null, "contract 1")]
    [InlineData(1, "Pony", "Penny, VIP")]
    public async Task Floor_UnknownContractOrSection_SaysWhatThereIs(int contract, string? section, string named)
    {
        await using var host = await HubHost.StartAsync();
        host.Tick();
        await using var connection = await host.ConnectAsync();
        var request = new StreamRequest { Contract = contract, Sections = section is null ? null : [section] };

        var failure = await Assert.ThrowsAsync<HubException>(async () =>
            await NextAsync(connection.StreamAsync<FloorMessage>("Floor", request, Cancellation).GetAsyncEnumerator(Cancellation)));

        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Floor_TooManyStreams_RefusesAndFreesEndedOnes()
    {
        await using var host = await HubHost.StartAsync(new FloorHubOptions { MaxStreamsPerClient = 1 });
        host.Tick();
        await using var connection = await host.ConnectAsync();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var first = connection.StreamAsync<FloorMessage>("Floor", null, ending.Token).GetAsyncEnumerator(Cancellation);
        _ = await NextAsync(first);

        var failure = await Assert.ThrowsAsync<HubException>(OpenAnotherAsync);
        Assert.Contains("1 streams", failure.Message, StringComparison.Ordinal);
        await ending.CancelAsync();
        await Eventually.TrueAsync(() => host.Feed.Viewers == 0, Cancellation);
        await OpenAnotherAsync();

        async Task OpenAnotherAsync() =>
            await NextAsync(connection.StreamAsync<FloorMessage>("Floor", null, Cancellation).GetAsyncEnumerator(Cancellation));
    }

    [Fact]
    public async Task Connect_BeyondTheLimit_IsRefusedAndCounted()
    {
        await using var host = await HubHost.StartAsync(new FloorHubOptions { MaxClients = 1 });
        host.Tick();
        await using var first = await host.ConnectAsync();

        var closed = new TaskCompletionSource();
        await using var second = new HubConnectionBuilder().WithUrl(host.Address).Build();
        second.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await second.StartAsync(Cancellation);
        await closed.Task.WaitAsync(Cancellation);

        Assert.Equal((1, 1L), (host.Clients.Connected, host.Clients.Refused));
        await first.DisposeAsync();
        await Eventually.TrueAsync(() => host.Clients.Connected == 0, Cancellation);
    }

    private static JackpotEntry Jackpot(string id, decimal amount) => new()
    {
        Id = id,
        Machine = 1,
        MachineId = "M-0001",
        FloorSection = "VIP",
        Amount = Money.FromDecimal(amount),
        Level = Severity.Low,
        EventTime = Now,
    };

    private static AttentionEntry Condition(string id, int machine) => new()
    {
        Id = id,
        Kind = FindingKind.MachineDown,
        Severity = Severity.High,
        Machine = machine,
        MachineId = machine < 0 ? "" : "M-0001",
        FloorSection = machine < 0 ? "" : "VIP",
        Since = Now,
        Why = "6 errors in 15 minutes, more than 5.",
    };

    private static async Task<T> NextAsync<T>(IAsyncEnumerator<T> items)
    {
        Assert.True(await items.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancellation));
        return items.Current;
    }
}
