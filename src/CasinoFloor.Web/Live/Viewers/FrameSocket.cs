using System.Globalization;
using System.Net.WebSockets;
using System.Text;

namespace CasinoFloor.Web.Live.Viewers;

/// <summary>
/// One browser that watches the map. What it is sent is made once for all; of its own are only two loops: frames, one under way at a time and the newest
/// always, and what the browser says. Binary messages are layouts (<see cref="LayoutMessage"/>, they begin with a brace) and frames
/// (<see cref="FrameCodec"/>); text messages are panels and answers about the clock.
/// </summary>
internal sealed class FrameSocket(
    WebSocket socket, FloorFeed feed, IFloorPanels panels, ViewerBoard board, FloorLiveOptions options, TimeProvider time, string window) : IDisposable
{
    // A socket copies what it sends: whole layouts for hundreds of browsers at once would take a hundred megabytes.
    private const int Piece = 16 * 1024;

    // A page that cannot make anything of layout and snapshot will not do so at the hundredth time either.
    private const int MostMisfits = 10;

    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _sending = new(1);
    private readonly SemaphoreSlim _answered = new(0);
    private readonly ClockAllowance _clocks = new(time);
    private volatile string _window = window;
    private volatile uint _shown;

    /// <summary>Serves the browser until it goes, or stalls, or the server stops.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var patience = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        await using var stall = patience.Token.UnsafeRegister(static socket => ((FrameSocket)socket!).Stall(), this);
        var sending = SendAsync(patience, closing.Token);
        var hearing = HearAsync(closing.Token);
        await Task.WhenAny(sending, hearing);
        await closing.CancelAsync();
        await Task.WhenAll(sending, hearing);
    }

    public void Dispose()
    {
        _sending.Dispose();
        _answered.Dispose();
    }

    private void Stall()
    {
        board.Stall();
        socket.Abort();
    }

    private async Task SendAsync(CancellationTokenSource patience, CancellationToken closing)
    {
        using var viewer = feed.Watch();
        IPanelSheet? sheet = null;
        var misfits = 0;
        try
        {
            while (true)
            {
                var update = await viewer.NextAsync(closing);
                patience.CancelAfter(options.FrameTimeout);
                if (update.NewLayout is { } layout)
                    await SendAsync(layout.Bytes, WebSocketMessageType.Binary, closing);

                var newest = panels.Of(update.Picture, _window);
                if (newest.Since(sheet) is { } message)
                    await SendAsync(message, WebSocketMessageType.Text, closing);

                await SendAsync(update.Frame.Bytes, WebSocketMessageType.Binary, closing);
                await _answered.WaitAsync(closing);
                patience.CancelAfter(Timeout.InfiniteTimeSpan);
                if (_shown == update.Frame.Sequence)
                {
                    sheet = newest;
                    misfits = 0;
                    viewer.Confirm(update);
                    continue;
                }

                // Whoever says so at once would be sent the whole floor without pause.
                var next = feed.NextPicture;
                sheet = null;
                board.Misfit();
                if (++misfits == MostMisfits)
                {
                    await CloseAsync(WebSocketCloseStatus.PolicyViolation, "no frame fits what the page shows: reload it");

                    // Until it has heard that: ending at once would cut the connection.
                    await Task.Delay(Goodbye, time, closing);
                    return;
                }

                viewer.Reset();
                await next.WaitAsync(closing);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // The browser has gone, or must.
        }
    }

    private async Task HearAsync(CancellationToken closing)
    {
        var buffer = new byte[ViewerRequest.MaxSize];
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(), closing);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    await CloseAsync(WebSocketCloseStatus.NormalClosure, null);
                    return;
                }

                if (received.MessageType != WebSocketMessageType.Binary || !received.EndOfMessage || ViewerRequest.Parse(buffer.AsSpan(0, received.Count)) is not { } request)
                {
                    await DismissAsync(WebSocketCloseStatus.InvalidPayloadData, "not a message of the floor page");
                    return;
                }

                if (request.Kind == ViewerRequestKind.Clock && !_clocks.TryTake())
                {
                    await DismissAsync(WebSocketCloseStatus.PolicyViolation, "more questions for the clock than a floor page asks");
                    return;
                }

                await TakeAsync(request, closing);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // The connection broke, or the server stops.
        }
    }

    private async ValueTask TakeAsync(ViewerRequest request, CancellationToken closing)
    {
        switch (request.Kind)
        {
            case ViewerRequestKind.Shown:
                _shown = request.Number;

                // More answers than frames would let frames queue up.
                if (_answered.CurrentCount == 0)
                    _answered.Release();
                break;
            case ViewerRequestKind.Clock:
                var clock = string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""{"kind":"clock","asked":{{request.Clock:R}},"server":{{(time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds:R}}}""");
                await SendAsync(Encoding.UTF8.GetBytes(clock), WebSocketMessageType.Text, closing);
                break;
            case ViewerRequestKind.Window:
                _window = request.Window;
                break;
            default:
                board.Take(this, request.Median, request.P99);
                break;
        }
    }

    // A socket takes one message at a time; an answer about the clock may come between those of a picture.
    private async ValueTask SendAsync(byte[] message, WebSocketMessageType type, CancellationToken closing)
    {
        await _sending.WaitAsync(closing);
        try
        {
            for (var sent = 0; sent < message.Length; sent += Piece)
            {
                var piece = message.AsMemory(sent, Math.Min(Piece, message.Length - sent));
                await socket.SendAsync(piece, type, endOfMessage: sent + piece.Length == message.Length, closing);
            }
        }
        finally
        {
            _sending.Release();
        }
    }

    // What still comes is passed over until the browser has heard why: ending at once would cut the connection, and it would try again at once.
    private async Task DismissAsync(WebSocketCloseStatus status, string why)
    {
        await CloseAsync(status, why);
        using var patience = new CancellationTokenSource(Goodbye, time);
        var buffer = new byte[ViewerRequest.MaxSize];
        ValueWebSocketReceiveResult passed;
        do
        {
            passed = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
        }
        while (passed.MessageType != WebSocketMessageType.Close);
    }

    private async Task CloseAsync(WebSocketCloseStatus status, string? why)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1), time);
        try
        {
            await socket.CloseOutputAsync(status, why, patience.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // It was gone already.
        }
    }
}
