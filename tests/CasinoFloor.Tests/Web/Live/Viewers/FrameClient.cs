using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text;

namespace CasinoFloor.Tests.Web.Live.Viewers;

/// <summary>A floor page without its browser.</summary>
internal sealed class FrameClient(ClientWebSocket socket) : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public FrameReader Shown { get; } = new();

    public ClientWebSocket Socket => socket;

    public Task ConnectAsync(Uri address) => socket.ConnectAsync(address, Cancellation);

    /// <summary>The next message: <c>layout</c>, <c>snapshot</c>, <c>delta</c>, a text message's text, or <c>closed</c>. Frames are applied, not confirmed.</summary>
    public async Task<string> NextAsync()
    {
        var buffer = new byte[1024 * 1024];
        var have = 0;
        ValueWebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(buffer.AsMemory(have), Cancellation);
            have += received.Count;
        }
        while (!received.EndOfMessage);
        if (received.MessageType == WebSocketMessageType.Close)
            return "closed";

        var message = buffer.AsSpan(0, have);
        if (received.MessageType == WebSocketMessageType.Text)
            return Encoding.UTF8.GetString(message);

        if (message[0] == (byte)'{')
            return "layout";

        return Shown.Apply(message) ? message[4] == 1 ? "snapshot" : "delta" : "gap";
    }

    /// <summary>Takes everything up to the next frame, and confirms that.</summary>
    public async Task<List<string>> NextFrameAsync()
    {
        var messages = new List<string>();
        do
        {
            messages.Add(await NextAsync());
        }
        while (messages[^1] is not ("snapshot" or "delta" or "closed"));
        await ConfirmAsync(Shown.Sequence);
        return messages;
    }

    public Task ConfirmAsync(uint sequence)
    {
        var message = new byte[5];
        message[0] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(1), sequence);
        return SayAsync(message);
    }

    public Task SayAsync(byte[] message) => socket.SendAsync(message, WebSocketMessageType.Binary, true, Cancellation);

    public void Dispose() => socket.Dispose();
}
