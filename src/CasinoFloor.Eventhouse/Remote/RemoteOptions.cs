using CasinoFloor.Engine.Settings;

namespace CasinoFloor.Eventhouse.Remote;

/// <summary>Settings of a remote Eventhouse (Fabric, Azure Data Explorer), section <c>Eventhouse:Remote</c>.</summary>
public sealed class RemoteOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "Eventhouse:Remote";

    /// <summary>Largest body of one streaming request, before compression: Kusto's own limit is 4 MB.</summary>
    public const int MaxStreamingBytes = 4 * 1000 * 1000;

    /// <summary>The query address: <c>queryServiceUri</c> of the Eventhouse.</summary>
    public string QueryUri { get; set; } = "";

    /// <summary>The ingestion address: <c>ingestionServiceUri</c>; empty puts <c>ingest-</c> before the query address's host.</summary>
    public string IngestUri { get; set; } = "";

    /// <summary>The database.</summary>
    public string Database { get; set; } = "casino_realtime";

    /// <summary>How to sign in.</summary>
    public RemoteAuthentication Authentication { get; set; } = RemoteAuthentication.Default;

    /// <summary>The Entra tenant, for a client secret.</summary>
    public string? TenantId { get; set; }

    /// <summary>The application, or the user-assigned managed identity.</summary>
    public string? ClientId { get; set; }

    /// <summary>The application's secret; belongs into the environment, not into a file.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The bearer token of <see cref="RemoteAuthentication.Token"/>; belongs into the environment, not into a file.</summary>
    public string? Token { get; set; }

    /// <summary>Whether rows may be queued through blobs where streaming fails or a batch is too large for it.</summary>
    public bool QueuedIngestion { get; set; } = true;

    /// <summary>Folder of the rows that wait while the Eventhouse is away; empty is <c>spool</c> in the data folder.</summary>
    public string SpoolDirectory { get; set; } = "";

    /// <summary>Most bytes that may wait there, compressed, from 1 MB; then the source is paused. One write has room in any case.</summary>
    public long SpoolMaxBytes { get; set; } = 4L << 30;

    /// <summary>How long one attempt to send rows may take, 1 s to 5 min.</summary>
    public TimeSpan IngestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a request is tried again, and rows before they are queued or wait in the spool: 0 to 5 min.</summary>
    public TimeSpan RetryFor { get; set; } = TimeSpan.FromSeconds(10);

    internal Uri Query => new(QueryUri.TrimEnd('/') + "/");

    internal Uri Ingest => IngestUri.Length > 0
        ? new Uri(IngestUri.TrimEnd('/') + "/")
        : new UriBuilder(Query) { Host = Query.IsLoopback ? Query.Host : "ingest-" + Query.Host }.Uri;

    /// <summary>Everything that is wrong with the settings, each line naming its setting; empty when all is well.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new OptionErrors(Section);
        errors.Require(IsAddress(QueryUri), nameof(QueryUri), "must be the Eventhouse's query address, such as https://NAME.z0.kusto.fabric.microsoft.com.");
        errors.Require(IngestUri.Length == 0 || IsAddress(IngestUri), nameof(IngestUri), "must be the Eventhouse's ingestion address, or empty.");
        errors.Require(Database.Length > 0 && Database.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or ' '), nameof(Database), "must name the database.");
        if (Authentication == RemoteAuthentication.ClientSecret)
        {
            errors.Require(!string.IsNullOrEmpty(TenantId), nameof(TenantId), "is needed with a client secret.");
            errors.Require(!string.IsNullOrEmpty(ClientId), nameof(ClientId), "is needed with a client secret.");
            errors.Require(!string.IsNullOrEmpty(ClientSecret), nameof(ClientSecret), "is needed; give it in the environment as Eventhouse__Remote__ClientSecret.");
        }

        errors.Require(
            Authentication != RemoteAuthentication.Token || !string.IsNullOrWhiteSpace(Token), nameof(Token), "is needed; give it in the environment as Eventhouse__Remote__Token.");
        errors.Require(
            !IsAddress(QueryUri) || Authentication == RemoteAuthentication.None || Query.Scheme == Uri.UriSchemeHttps || Query.IsLoopback,
            nameof(QueryUri),
            "must be https: a token is never sent in the clear.");
        errors.Require(SpoolMaxBytes >= 1L << 20, nameof(SpoolMaxBytes), "must be at least 1048576 (1 MB).");
        errors.Within(nameof(IngestTimeout), IngestTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        errors.Within(nameof(RetryFor), RetryFor, TimeSpan.Zero, TimeSpan.FromMinutes(5));
        return errors.All;
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
