using System.Net;
using CasinoFloor.Eventhouse.Remote.Access;
using CasinoFloor.Eventhouse.Remote.Http;
using CasinoFloor.Eventhouse.Remote.Ingestion;
using CasinoFloor.Eventhouse.Remote.Spool;
using CasinoFloor.Eventhouse.Rows;

namespace CasinoFloor.Eventhouse.Remote;

/// <summary>The parts of a remote Eventhouse, put together from its settings.</summary>
internal sealed class RemoteParts : IDisposable
{
    private const int LongestErrorText = 1 << 20;

    private readonly HttpClient _http;
    private readonly EntraTokens? _entra;

    /// <summary>Puts them together; nothing is sent yet.</summary>
    /// <exception cref="EventhouseException">The spool's folder cannot be used.</exception>
    public RemoteParts(RemoteOptions options, string kqlFolder, IdentifyEvent identity, TimeProvider time)
    {
        Time = time;
        _http = new HttpClient(new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        })
        {
            // Each request has its own limit.
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LongestErrorText,
        };
        ITokenSource tokens;
        switch (options.Authentication)
        {
            case RemoteAuthentication.None:
                tokens = new FixedToken(null);
                break;
            case RemoteAuthentication.Token:
                tokens = new FixedToken(options.Token);
                break;
            default:
                tokens = _entra = new EntraTokens(Credentials.Create(options), token => AuthMetadata.ScopeAsync(_http, options.Query, time, token), time);
                break;
        }

        var sender = new KustoSender(_http, tokens, time);
        Client = new KustoClient(sender, options.Query, options.Database, options.RetryFor, time);
        Spool = new RowSpool(Path.GetFullPath(options.SpoolDirectory), options.SpoolMaxBytes);
        var streaming = new StreamingIngestor(sender, options.Query, options.Database, options);
        var queued = options.QueuedIngestion
            ? new QueuedIngestor(new QueuedResourceFinder(new KustoClient(sender, options.Ingest, "NetDefaultDB", TimeSpan.Zero, time), time), options.Database)
            : null;
        Ingestor = new ManagedIngestor(streaming, queued, time);
        Encoder = new BatchEncoder(time);
        Recovery = new RemoteRecovery(Client, new RecoveryQueries(kqlFolder), identity);
    }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>Queries and commands.</summary>
    public KustoClient Client { get; }

    /// <summary>Where rows wait while the Eventhouse is away.</summary>
    public RowSpool Spool { get; }

    /// <summary>Sends rows.</summary>
    public ManagedIngestor Ingestor { get; }

    /// <summary>Makes rows of batches.</summary>
    public BatchEncoder Encoder { get; }

    /// <summary>Reads back.</summary>
    public RemoteRecovery Recovery { get; }

    /// <inheritdoc />
    public void Dispose()
    {
        Encoder.Dispose();
        _entra?.Dispose();
        _http.Dispose();
    }
}
