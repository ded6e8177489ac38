using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace CasinoFloor.EndToEnd.Kafka;

/// <summary>
/// TLS and SASL (PLAIN, OAUTHBEARER) before the mock broker, which has neither: so clients run with the very settings they
/// have against Event Hubs.
/// </summary>
public sealed class SaslTlsFront : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate = TestCertificate.Create();
    private readonly Func<string, byte[], bool> _accepts;
    private readonly int _broker;
    private int _accepted;
    private int _refused;

    /// <summary>Starts it.</summary>
    /// <param name="broker">The broker's port.</param>
    /// <param name="accepts">Judges a sign-in: mechanism and the client's first message.</param>
    public SaslTlsFront(int broker, Func<string, byte[], bool> accepts)
    {
        _broker = broker;
        _accepts = accepts;
        CaFile = Path.GetTempFileName();
        File.WriteAllText(CaFile, _certificate.ExportCertificatePem());
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Where clients connect; the certificate is for <c>localhost</c>.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>PEM file of the authority to trust.</summary>
    public string CaFile { get; }

    /// <summary>Sign-ins accepted.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>Sign-ins refused.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <inheritdoc />
    public void Dispose()
    {
        _listener.Dispose();
        _certificate.Dispose();
        File.Delete(CaFile);
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
                client.NoDelay = true;
                await using var near = new SslStream(client.GetStream());
                await near.AuthenticateAsServerAsync(_certificate);
                await broker.ConnectAsync(IPAddress.Loopback, _broker);
                using var session = new Session(this, near, broker.GetStream());
                await Task.WhenAny(session.RequestsAsync(), session.AnswersAsync());
            }
            catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException or AuthenticationException)
            {
                // Either side has gone, or the client does not trust the certificate.
            }
        }
    }

    private bool SignIn(string mechanism, byte[] message)
    {
        var accepted = _accepts(mechanism, message);
        Interlocked.Increment(ref accepted ? ref _accepted : ref _refused);
        return accepted;
    }

    private sealed class Session(SaslTlsFront front, SslStream near, NetworkStream far) : IDisposable
    {
        private const short SaslHandshake = 17;
        private const short ApiVersions = 18;
        private const short SaslAuthenticate = 36;

        private readonly ConcurrentDictionary<int, short> _versionRequests = [];
        private readonly SemaphoreSlim _writing = new(1);
        private string _mechanism = "";
        private bool _signedIn;

        public void Dispose() => _writing.Dispose();

        public async Task RequestsAsync()
        {
            while (await KafkaFrame.ReadAsync(near) is { } bytes)
            {
                var request = new KafkaFrame(bytes);
                if (request.Api == SaslHandshake)
                {
                    _mechanism = request.ReadText(request.Body, out _);
                    await AnswerAsync(SaslAnswers.Handshake(request.Correlation));
                }
                else if (request.Api == SaslAuthenticate)
                {
                    _signedIn = front.SignIn(_mechanism, request.ReadBytes(request.Body));
                    await AnswerAsync(SaslAnswers.Authenticate(request.Correlation, request.Version, _signedIn));
                    if (!_signedIn)
                        return;
                }
                else if (request.Api == ApiVersions || _signedIn)
                {
                    if (request.Api == ApiVersions)
                        _versionRequests[request.Correlation] = request.Version;
                    await far.WriteAsync(bytes);
                }
                else
                {
                    return;
                }
            }
        }

        public async Task AnswersAsync()
        {
            while (await KafkaFrame.ReadAsync(far) is { } bytes)
            {
                var correlation = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(4));
                await AnswerAsync(_versionRequests.TryRemove(correlation, out var version) ? SaslAnswers.AddSasl(bytes, version) : bytes);
            }
        }

        private async Task AnswerAsync(byte[] bytes)
        {
            await _writing.WaitAsync();
            try
            {
                await near.WriteAsync(bytes);
            }
            finally
            {
                _writing.Release();
            }
        }
    }
}
