using System.Net.WebSockets;
using System.Text.RegularExpressions;

namespace CasinoFloor.Benchmarks.Runs.Viewers;

/// <summary>
/// The floor page without a browser: asks for the page, starts its circuit, confirms renders and script calls as the real script does, and takes
/// the map's frames. It checks each frame's base as the map does, so that a gap is noticed and counted.
/// </summary>
internal sealed partial class HeadlessCircuit(Uri server, HttpClient http, ViewerStats stats) : IAsyncDisposable
{
    private const string Page = "/";

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Dictionary<long, byte[]> _arrays = [];
    private string _state = "";
    private string _components = "";
    private uint _shown;
    private Task _reading = Task.CompletedTask;

    /// <summary>Whether frames are counted; false makes it a viewer that is still loading.</summary>
    public bool Stalls { get; init; }

    public async Task StartAsync(CancellationToken cancellation)
    {
        var html = await http.GetStringAsync(new Uri(server, Page), cancellation);
        _state = State().Match(html).Groups[1].Value;
        _components = string.Join(',', Marker().Matches(html).Select((match, i) =>
            $"{{\"type\":\"add\",\"ssrComponentId\":{i + 1},\"marker\":{match.Groups[1].Value}}}"));
        await _socket.ConnectAsync(new UriBuilder(new Uri(server, "/_blazor")) { Scheme = "ws" }.Uri, cancellation);
        await _socket.SendAsync(BlazorPack.Handshake.ToArray(), WebSocketMessageType.Text, true, cancellation);
        _reading = ReadAsync();
        await SendAsync(BlazorPack.Call("StartCircuit", "0", server.ToString(), new Uri(server, Page).ToString(), "[]", _state));
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _closing.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        var have = 0;
        var isOpen = false;
        try
        {
            while (true)
            {
                if (have == buffer.Length)
                {
                    Array.Resize(ref buffer, buffer.Length * 2);
                }

                var result = await _socket.ReceiveAsync(buffer.AsMemory(have), _closing.Token);
                if (result.MessageType == WebSocketMessageType.Close)
                {
                    stats.Fail($"the server closed a circuit: {_socket.CloseStatusDescription}");
                    return;
                }

                have += result.Count;
                ReadOnlyMemory<byte> rest = buffer.AsMemory(0, have);
                if (!isOpen && rest.Span.IndexOf((byte)0x1e) is >= 0 and var end)
                {
                    isOpen = true;
                    rest = rest[(end + 1)..];
                }

                while (isOpen && BlazorPack.TryTake(ref rest, out var message))
                {
                    await HandleAsync(message);
                }

                rest.CopyTo(buffer);
                have = rest.Length;
            }
        }
        catch (Exception failure) when (!_closing.IsCancellationRequested)
        {
            stats.Fail(failure.Message);
        }
    }

    private async Task HandleAsync(ServerMessage message)
    {
        switch (message.Target)
        {
            case "": // the circuit has started
                await SendAsync(BlazorPack.Call("UpdateRootComponents", null, $"{{\"batchId\":1,\"operations\":[{_components}]}}", _state));
                break;
            case "JS.RenderBatch":
                await SendAsync(BlazorPack.Call("OnRenderCompleted", null, message.Id, null));
                break;
            case "JS.ReceiveByteArray":
                _arrays[message.Id] = message.Bytes!;
                break;
            case "JS.BeginInvokeJS" when !Stalls || message.Identifier != "update":
                var result = message.ResultType == 1 ? "{\"__jsObjectId\":1}" : message.Identifier == "update" ? Show() : "null";
                await SendAsync(BlazorPack.Call("EndInvokeJSFromDotNet", null, message.Id, true, $"[{message.Id},true,{result}]"));
                _arrays.Clear();
                break;
            case "JS.Error":
                stats.Fail(message.Identifier ?? "a circuit failed");
                break;
            default:
                break;
        }
    }

    // As in frameReader.js: a delta must start from what is shown; the answer false asks for a snapshot.
    private string Show()
    {
        var frame = new FrameHeader(_arrays.Values.Last());
        if (!frame.IsSnapshot && frame.BaseSequence != _shown)
        {
            stats.Gap();
            return "false";
        }

        if (frame.Sequence <= _shown)
        {
            stats.Fail($"frame {frame.Sequence} came after {_shown}");
        }

        _shown = frame.Sequence;
        stats.Frame(frame.TakenAt, frame.Length);
        return "true";
    }

    private Task SendAsync(byte[] message) => _socket.SendAsync(message, WebSocketMessageType.Binary, true, _closing.Token);

    [GeneratedRegex("<!--Blazor:(\\{\"type\":\"server\".*?\\})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex State();
}
