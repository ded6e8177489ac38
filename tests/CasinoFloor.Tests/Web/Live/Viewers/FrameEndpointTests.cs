using System.Buffers.Binary;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using CasinoFloor.Web.Live;
using CasinoFloor.Web.Live.Viewers;
using Microsoft.AspNetCore.Http;

namespace CasinoFloor.Tests.Web.Live.Viewers;

public sealed class FrameEndpointTests
{
    private const string FiveMinutes = """{"kind":"panels","window":"5m"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connect_NewViewer_GetsLayoutPanelsAndSnapshotAndThenWhatChanges()
    {
        await using var host = await FrameHost.StartAsync();
        host.Tick();
        using var client = await host.ConnectAsync();
        Assert.Equal(["layout", FiveMinutes, "snapshot"], await client.NextFrameAsync());

        host.Floor.Heat(7, 0.9f);
        host.Tick();

        Assert.Equal(["delta"], await client.NextFrameAsync());
        Assert.Equal(1, client.Shown.Records);
        client.Shown.AssertShows(host.Floor);
        Assert.Equal((1, 1), (host.Board.Connected, host.Feed.Viewers));
    }

    [Fact]
    public async Task Tick_FrameNotConfirmed_WaitsAndMergesWhatCameMeanwhile()
    {
        await using var host = await FrameHost.StartAsync();
        host.Tick();
        using var client = await host.ConnectAsync();
        while (await client.NextAsync() != "snapshot")
        {
        }

        for (var machine = 0; machine < 10; machine++)
        {
            host.Floor.Heat(machine, 0.5f);
            host.Tick();
        }

        // Nothing but the clock's answer may come before the frame is confirmed.
        await client.SayAsync([2, 0, 0, 0, 0, 0, 0, 0, 0]);
        Assert.Contains("clock", await client.NextAsync(), StringComparison.Ordinal);
        await client.ConfirmAsync(client.Shown.Sequence);

        Assert.Equal(["delta"], await client.NextFrameAsync());
        Assert.Equal(10, client.Shown.Records);
        Assert.Equal(11u, client.Shown.Sequence);
    }

    [Fact]
    public async Task Confirm_Misfit_SendsLayoutPanelsAndSnapshotAndCountsIt()
    {
        await using var host = await FrameHost.StartAsync();
        host.Tick();
        using var client = await host.ConnectAsync();
        while (await client.NextAsync() != "snapshot")
        {
        }

        await client.ConfirmAsync(0);

        // Not before the next tick: until then there is nothing but the clock's answer.
        await UntilAsync(() => host.Board.Misfits == 1);
        await client.SayAsync([2, 0, 0, 0, 0, 0, 0, 0, 0]);
        Assert.Contains("clock", await client.NextAsync(), StringComparison.Ordinal);
        host.Tick();
        Assert.Equal(["layout", FiveMinutes, "snapshot"], await client.NextFrameAsync());
        Assert.Equal(1, host.Board.Misfits);
    }

    [Fact]
    public async Task Confirm_MisfitEveryTime_Closes()
    {
        await using var host = await FrameHost.StartAsync();
        host.Tick();
        using var client = await host.ConnectAsync();
        var snapshots = 0;
        while (await client.NextAsync() is var message && message != "closed")
        {
            if (message != "snapshot")
                continue;

            snapshots++;
            await client.ConfirmAsync(0);
            await UntilAsync(() => host.Board.Misfits == snapshots);
            host.Tick();
        }

        Assert.Equal((10, WebSocketCloseStatus.PolicyViolation), (snapshots, client.Socket.CloseStatus));
    }

    [Fact]
    public async Task Window_Chosen_BringsItsPanelsWithTheNextFrame()
    {
        await using var host = await FrameHost.StartAsync();
        host.Tick();
        using var client = await host.ConnectAsync();
        await client.NextFrameAsync();

        await client.SayAsync([3, .. "day"u8]);
        List<string> messages;
        do
        {
            host.Tick();
            messages = await client.NextFrameAsync();
        }
        while (messages.Count == 1);

        Assert.Equal(["""{"kind":"panels","window":"day"}""", "delta"], messages);
    }

    [Fact]
    public async Task Connect_LargeFloor_GetsMessagesLongerThanAPieceWhole()
    {
        await using var host = await FrameHost.StartAsync();
        host.Floor.Grow(5000);
        host.Tick();
        using var client = await host.ConnectAsync();

        Assert.Equal(["layout", FiveMinutes, "snapshot"], await client.NextFrameAsync());

        client.Shown.AssertShows(host.Floor);
    }

    [Fact]
    public async Task Clock_Asked_IsAnsweredWithTheQuestionAndTheServersClock()
    {
        await using var host = await FrameHost.StartAsync();
        using var client = await host.ConnectAsync();
        var question = new byte[9];
        question[0] = 2;
        BinaryPrimitives.WriteDoubleLittleEndian(question.AsSpan(1), 1234.5);

        await client.SayAsync(question);

        var answer = JsonDocument.Parse(await client.NextAsync()).RootElement;
        Assert.Equal(1234.5, answer.GetProperty("asked").GetDouble());
        Assert.InRange(answer.GetProperty("server").GetDouble(), 0, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() + 1.0);
    }

    [Fact]
    public async Task Drawn_Told_IsShownOfTheSlowestBrowserUntilItGoes()
    {
        await using var host = await FrameHost.StartAsync();
        using var quick = await host.ConnectAsync();
        var slow = await host.ConnectAsync();
        await quick.SayAsync(Drawn(100, 200));
        await slow.SayAsync(Drawn(150, 280));
        await Eventually.TrueAsync(() => host.Board.Drawn is { Browsers: 2 }, Cancellation);
        Assert.Equal(TimeSpan.FromMilliseconds(280), host.Board.Drawn!.Value.P99);

        slow.Dispose();

        await Eventually.TrueAsync(() => host.Board.Drawn is { Browsers: 1 }, Cancellation);
        Assert.Equal(TimeSpan.FromMilliseconds(200), host.Board.Drawn!.Value.P99);
    }

    [Fact]
    public async Task Message_NotOfOurPage_ClosesTheConnection()
    {
        await using var host = await FrameHost.StartAsync();
        using var client = await host.ConnectAsync();

        await client.SayAsync([77, 1, 2, 3]);

        Assert.Equal("closed", await client.NextAsync());
        Assert.Equal(WebSocketCloseStatus.InvalidPayloadData, client.Socket.CloseStatus);
        await Eventually.TrueAsync(() => host.Board.Connected == 0 && host.Feed.Viewers == 0, Cancellation);
    }

    [Fact]
    public async Task Message_ShownAsText_ClosesTheConnection()
    {
        await using var host = await FrameHost.StartAsync();
        using var client = await host.ConnectAsync();

        await client.Socket.SendAsync("\u0001\0\0\0\0"u8.ToArray(), WebSocketMessageType.Text, true, Cancellation);

        Assert.Equal("closed", await client.NextAsync());
        Assert.Equal(WebSocketCloseStatus.InvalidPayloadData, client.Socket.CloseStatus);
    }

    [Fact]
    public async Task Clock_AskedTooOften_ClosesTheConnection()
    {
        await using var host = await FrameHost.StartAsync();
        using var client = await host.ConnectAsync();
        for (var asked = 0; asked < 5 * ClockAllowance.Most; asked++)
            await client.SayAsync([2, 0, 0, 0, 0, 0, 0, 0, 0]);

        var answers = 0;
        while (await client.NextAsync() != "closed")
            answers++;

        Assert.InRange(answers, ClockAllowance.Most, (5 * ClockAllowance.Most) - 1);
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, client.Socket.CloseStatus);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(true, "http://floor.example:8080")]
    [InlineData(false, "")]
    [InlineData(false, "http://floor.example:8080", "http://elsewhere.example")]
    [InlineData(false, "http://floor.example:8080", "http://floor.example:8080")]
    public void IsOwnPage_Origins_OneOfThisHostOrNone(bool isOwn, params string[] origins)
    {
        var request = new DefaultHttpContext().Request;
        request.Host = new HostString("floor.example", 8080);
        request.Headers.Origin = origins;

        Assert.Equal(isOwn, FrameEndpoint.IsOwnPage(request));
    }

    [Theory]
    [InlineData("http://elsewhere.example")]
    [InlineData("null")]
    public async Task Connect_ForeignPage_IsRefused(string origin)
    {
        await using var host = await FrameHost.StartAsync();

        var refusal = await Assert.ThrowsAsync<WebSocketException>(() => host.ConnectAsync(origin: origin));

        Assert.Contains("403", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, host.Board.Connected);
    }

    [Fact]
    public async Task Connect_OwnPage_IsServed()
    {
        await using var host = await FrameHost.StartAsync();
        host.Tick();

        using var client = await host.ConnectAsync(origin: host.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal("snapshot", (await client.NextFrameAsync())[^1]);
    }

    [Fact]
    public async Task Connect_TooMany_IsRefusedAndCounted()
    {
        await using var host = await FrameHost.StartAsync(new FloorLiveOptions { MaxViewers = 1 });
        using var first = await host.ConnectAsync();

        var refusal = await Assert.ThrowsAsync<WebSocketException>(() => host.ConnectAsync());

        Assert.Contains("503", refusal.Message, StringComparison.Ordinal);
        Assert.Equal((1, 1), (host.Board.Connected, host.Board.Refused));
    }

    [Fact]
    public async Task Get_PlainRequest_SaysWhatIsWanted()
    {
        await using var host = await FrameHost.StartAsync();
        using var http = new HttpClient();

        using var answer = await http.GetAsync(host.Address, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("WebSocket", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tick_OneBrowserHangs_OthersGetEveryFrameAndItIsLetGo()
    {
        await using var host = await FrameHost.StartAsync(new FloorLiveOptions { FrameTimeout = TimeSpan.FromSeconds(3) });
        host.Floor.Grow(2000);
        host.Tick();
        using var hangs = await host.ConnectAsync();
        using var client = await host.ConnectAsync();
        await client.NextFrameAsync();
        await Eventually.TrueAsync(() => host.Feed.Viewers == 2, Cancellation);
        for (var tick = 2u; host.Board.Stalled == 0; tick++)
        {
            host.Floor.Heat((int)tick % 2000, tick % 200 / 200f);
            host.Tick();
            Assert.Equal("delta", Assert.Single(await client.NextFrameAsync()));
            Assert.Equal(tick, client.Shown.Sequence);
        }

        await Eventually.TrueAsync(() => host.Board.Connected == 1 && host.Feed.Viewers == 1, Cancellation);
        client.Shown.AssertShows(host.Floor);
    }

    [Fact]
    public async Task Stop_OpenPages_DoNotHoldTheServerUp()
    {
        await using var host = await FrameHost.StartAsync();
        using var client = await host.ConnectAsync();

        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(10), Cancellation);

        Assert.Equal(0, host.Board.Connected);
    }

    private static byte[] Drawn(float median, float p99)
    {
        var message = new byte[9];
        message[0] = 4;
        BinaryPrimitives.WriteSingleLittleEndian(message.AsSpan(1), median);
        BinaryPrimitives.WriteSingleLittleEndian(message.AsSpan(5), p99);
        return message;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
            await Task.Delay(5, Cancellation);
    }
}
