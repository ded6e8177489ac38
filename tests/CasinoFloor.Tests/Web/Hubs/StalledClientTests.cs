using System.Net.WebSockets;
using System.Text;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.Hubs;
using Microsoft.AspNetCore.SignalR.Client;

namespace CasinoFloor.Tests.Web.Hubs;

public sealed class StalledClientTests
{
    private const string RecordEnd = "\u001e";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Floor_OneClientReadsNothing_OthersGetEveryStateAndItLosesNone()
    {
        await using var host = await HubHost.StartAsync();
        host.Floor.Grow(2000);
        host.Tick();
        using var stalled = new ClientWebSocket();
        await stalled.ConnectAsync(new UriBuilder(host.Address) { Scheme = "ws" }.Uri, Cancellation);
        await SendAsync(stalled, """{"protocol":"json","version":1}""");
        await SendAsync(stalled, """{"type":4,"invocationId":"1","target":"Floor","arguments":[null]}""");
        await using var connection = await host.ConnectAsync(messagePack: true);
        var items = connection.StreamAsync<FloorMessage>("Floor", null, Cancellation).GetAsyncEnumerator(Cancellation);
        Assert.True(await items.MoveNextAsync());
        await Eventually.TrueAsync(() => host.Feed.Viewers == 2, Cancellation);

        // About 300 KB a tick: far more in total than any buffer on the way of the stalled client holds.
        for (var tick = 1; tick <= 100; tick++)
        {
            for (var machine = 0; machine < 2000; machine++)
            {
                host.Floor[machine] = new MachineView((MachineStatus)(1 + (tick % 6)), MachineFlags.None, (tick % 200) / 200f, tick, 0);
            }

            host.Tick();
            Assert.True(await items.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancellation));
            Assert.Equal(2000, items.Current.States.Count);
        }

        var last = await ReadUntilAsync(stalled, $"\"sequence\":{items.Current.Sequence}");

        Assert.InRange(last, 1, 60);
    }

    private static Task SendAsync(ClientWebSocket socket, string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message + RecordEnd), WebSocketMessageType.Text, true, Cancellation);

    /// <summary>Reads on until an item holds the text, and gives how many items came until then.</summary>
    private static async Task<int> ReadUntilAsync(ClientWebSocket socket, string text)
    {
        var buffer = new byte[64 * 1024];
        var record = new StringBuilder();
        for (var items = 0; ;)
        {
            var received = await socket.ReceiveAsync(buffer, Cancellation);
            var parts = Encoding.UTF8.GetString(buffer, 0, received.Count).Split(RecordEnd);
            for (var i = 0; i < parts.Length; i++)
            {
                record.Append(parts[i]);
                if (i == parts.Length - 1)
                {
                    continue;
                }

                var message = record.ToString();
                record.Clear();
                items += message.StartsWith("{\"type\":2", StringComparison.Ordinal) ? 1 : 0;
                if (message.Contains(text, StringComparison.Ordinal))
                {
                    return items;
                }
            }
        }
    }
}
