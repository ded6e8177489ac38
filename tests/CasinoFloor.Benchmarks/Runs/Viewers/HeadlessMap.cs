using System.Buffers.Binary;
using System.Net.WebSockets;

namespace CasinoFloor.Benchmarks.Runs.Viewers;

/// <summary>
/// The map of an open floor page without a browser: takes frames and panels and says what <c>wwwroot/js/floor/frames.js</c> says: each frame confirmed, the clock asked
/// for, what was measured told every ten seconds. It checks each frame's base as the map does, so that a gap is noticed and counted.
/// </summary>
internal sealed class HeadlessMap(Uri server, ViewerStats stats) : IAsyncDisposable
{
    private const byte Brace = (byte)'{';
    private const byte Shown = 1;
    private const byte Clock = 2;
    private const byte Drawn = 4;
    private const int FirstClocks = 4;
    private static readonly TimeSpan Rare = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ComeBack = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan Stalled = TimeSpan.FromSeconds(12);

    private readonly CancellationTokenSource _closing = new();
    private readonly SemaphoreSlim _sending = new(1);
    private Task _running = Task.CompletedTask;
    private uint _shown;
    private int _clocks;
    private bool _counted;

    /// <summary>Whether it reads nothing, like a browser that hangs; when it is thrown out it comes back and hangs again.</summary>
    public bool Stalls { get; init; }

    public void Start() => _running = Stalls ? StallAsync() : RunAsync();

    private async Task RunAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                await WatchAsync();
            }
            catch (Exception lost) when (!_closing.IsCancellationRequested)
            {
                stats.Fail(lost.Message);
                await Task.Delay(ComeBack, _closing.Token);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _sending.Dispose();
        _closing.Dispose();
    }

    private async Task StallAsync()
    {
        while (true)
        {
            using var socket = await ConnectAsync();
            await Task.Delay(Stalled, _closing.Token);
        }
    }

    private async Task WatchAsync()
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
        var rare = Task.CompletedTask;
        (_shown, _clocks) = (0, 0);
        try
        {
            using var socket = await ConnectAsync();
            await AskClockAsync(socket);
            rare = TellAsync(socket, gone.Token);
            var buffer = new byte[64 * 1024];
            while (true)
            {
                var have = 0;
                ValueWebSocketReceiveResult received;
                do
                {
                    if (have == buffer.Length)
                    {
                        Array.Resize(ref buffer, buffer.Length * 2);
                    }

                    received = await socket.ReceiveAsync(buffer.AsMemory(have), _closing.Token);
                    have += received.Count;
                }
                while (!received.EndOfMessage);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    throw new IOException($"The server closed a map: {socket.CloseStatusDescription}");
                }

                await HearAsync(socket, buffer.AsMemory(0, have), received.MessageType);
            }
        }
        finally
        {
            await gone.CancelAsync();
            await rare.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<ClientWebSocket> ConnectAsync()
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", server.GetLeftPart(UriPartial.Authority));
        await socket.ConnectAsync(new UriBuilder(new Uri(server, "/floor/frames?figures=5m")) { Scheme = "ws" }.Uri, _closing.Token);
        return socket;
    }

    private async Task HearAsync(WebSocket socket, ReadOnlyMemory<byte> message, WebSocketMessageType type)
    {
        if (type == WebSocketMessageType.Text)
        {
            if (!message.Span.StartsWith("{\"kind\":\"clock\""u8))
            {
                stats.Panel(message.Length);
            }
            else if (++_clocks < FirstClocks)
            {
                await AskClockAsync(socket);
            }
        }
        else if (message.Span[0] != Brace)
        {
            var answer = new byte[5];
            answer[0] = Shown;
            BinaryPrimitives.WriteUInt32LittleEndian(answer.AsSpan(1), Show(message.Span));
            await SendAsync(socket, answer);
        }
    }

    // As in frameReader.js: a delta must start from what is shown; the answer 0 asks for layout and snapshot.
    private uint Show(ReadOnlySpan<byte> bytes)
    {
        var frame = new FrameHeader(bytes);
        if (!frame.IsSnapshot && frame.BaseSequence != _shown)
        {
            stats.Gap();
            return 0;
        }

        if (frame.Sequence <= _shown)
        {
            stats.Fail($"frame {frame.Sequence} came after {_shown}");
        }

        if (!_counted)
        {
            _counted = true;
            stats.Map();
        }

        _shown = frame.Sequence;
        stats.Frame(frame.TakenAt, frame.Length);
        return _shown;
    }

    private async Task TellAsync(WebSocket socket, CancellationToken gone)
    {
        var drawn = new byte[9];
        drawn[0] = Drawn;
        while (true)
        {
            await Task.Delay(Rare, gone);
            await AskClockAsync(socket);
            await SendAsync(socket, drawn);
        }
    }

    private Task AskClockAsync(WebSocket socket)
    {
        var question = new byte[9];
        question[0] = Clock;
        return SendAsync(socket, question);
    }

    private async Task SendAsync(WebSocket socket, byte[] message)
    {
        await _sending.WaitAsync(_closing.Token);
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Binary, true, _closing.Token);
        }
        finally
        {
            _sending.Release();
        }
    }
}
