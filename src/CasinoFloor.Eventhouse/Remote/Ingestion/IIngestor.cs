using CasinoFloor.Eventhouse.Remote.Http;

namespace CasinoFloor.Eventhouse.Remote.Ingestion;

/// <summary>Sends rows to a remote Eventhouse.</summary>
internal interface IIngestor
{
    /// <summary>Sends a chunk; returns when the service has it.</summary>
    /// <returns>Why it does not have it; null when it does.</returns>
    Task<KustoFailure?> SendAsync(RowChunk chunk, CancellationToken cancellationToken);
}
