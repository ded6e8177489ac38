using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CasinoFloor.EndToEnd.Kafka;

/// <summary>
/// Stands before the mock broker. It can cut off one client, known by the client id in its requests, as a dead network does:
/// its connections break and it gets no new ones, while the broker and the other clients see nothing of it. And it puts
/// right what the mock gets wrong: see <see cref="SyncGroupOrder"/>.
/// </summary>
internal sealed class MockKafkaFront : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<string, bool> _cut = [];
    private readonly ConcurrentDictionary<TcpClient, string> _clients = [];
    private readonly SyncGroupOrder _order = new();
    private readonly int _broker;

    public MockKafkaFront(int broker)
    {
        _broker = broker;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Where clients connect.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Cuts a client off.</summary>
    public void Cut(string clientId)
    {
        _cut[clientId] = true;
        foreach (var (client, id) in _clients)
        {
            if (id == clientId)
                client.Close();
        }
    }

    /// <summary>Lets it in again.</summary>
    public void Heal(string clientId) => _cut.TryRemove(clientId, out _);

    /// <inheritdoc />
    public void Dispose()
    {
        _listener.Dispose();
        foreach (var client in _clients.Keys)
            client.Close();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var broker = new TcpClient { NoDelay = true };
        using (client)
        {
            try
            {
                _clients[client] = "";
                client.NoDelay = true;
                await broker.ConnectAsync(IPAddress.Loopback, _broker);
                var near = client.GetStream();
                var far = broker.GetStream();
                await Task.WhenAny(ForwardAsync(client, near, far), far.CopyToAsync(near));
            }
            catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException)
            {
                // Either side has gone: so does the other.
            }
            finally
            {
                _clients.TryRemove(client, out _);
            }
        }
    }

    private async Task ForwardAsync(TcpClient client, NetworkStream near, NetworkStream far)
    {
        while (await KafkaFrame.ReadAsync(near) is { } frame)
        {
            var request = new KafkaFrame(frame);
            _clients[client] = request.ClientId;
            if (_cut.ContainsKey(request.ClientId))
                return;
            await _order.TurnAsync(request);
            await far.WriteAsync(frame);
        }
    }
}
