using System.Net.WebSockets;
using System.Text.RegularExpressions;

namespace CasinoFloor.Benchmarks.Runs.Viewers;

/// <summary>
/// The floor page without a browser: asks for the page, starts its circuit, confirms renders and answers script calls as the real script does. The map's frames
/// come over a connection of their own: <see cref="HeadlessMap"/>.
/// </summary>
internal sealed partial class HeadlessCircuit(Uri server, HttpClient http, ViewerStats stats) : IAsyncDisposable
{
    private const string Page = "/";

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _state = "";
    private string _components = "";
    private Task _reading = Task.CompletedTask;

    /// <summary>Opens the page and waits until it has built its map.</summary>
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
        await _started.Task.WaitAsync(cancellation);
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
                    throw new IOException($"The server closed a circuit: {_socket.CloseStatusDescription}");
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
            _started.TrySetException(failure);
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
            case "JS.BeginInvokeJS":
                var result = message.ResultType == 1 ? "{\"__jsObjectId\":1}" : "null";
                await SendAsync(BlazorPack.Call("EndInvokeJSFromDotNet", null, message.Id, true, $"[{message.Id},true,{result}]"));
                if (message.Identifier == "create")
                {
                    _started.TrySetResult();
                }

                break;
            case "JS.Error":
                stats.Fail(message.Identifier ?? "a circuit failed");
                break;
            default:
                break;
        }
    }

    private Task SendAsync(byte[] message) => _socket.SendAsync(message, WebSocketMessageType.Binary, true, _closing.Token);

    [GeneratedRegex("<!--Blazor:(\\{\"type\":\"server\".*?\\})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex State();
}
