using CasinoFloor.Eventhouse.Remote.Http;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Remote.Ingestion;

/// <summary>Where queued rows are put: addresses with their signatures.</summary>
/// <param name="Containers">Blob containers for the rows.</param>
/// <param name="Queues">Queues for the messages about them.</param>
/// <param name="AuthorizationContext">The token that a message carries.</param>
internal sealed record QueuedResources(IReadOnlyList<Uri> Containers, IReadOnlyList<Uri> Queues, string AuthorizationContext);

/// <summary>Asks the ingestion service where queued rows go, and again after an hour: signatures expire.</summary>
internal sealed class QueuedResourceFinder(KustoClient ingestionService, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    private QueuedResources? _known;
    private long _askedAt;

    /// <summary>The resources; asked for where they are not known or old.</summary>
    public async Task<(QueuedResources? Resources, KustoFailure? Failure)> FindAsync(CancellationToken cancellationToken)
    {
        if (_known is not null && time.GetElapsedTime(_askedAt) < Fresh)
        {
            return (_known, null);
        }

        var (resources, failure) = await ingestionService.CommandAsync(".get ingestion resources", cancellationToken);
        if (failure is null)
        {
            (var identity, failure) = await ingestionService.CommandAsync(".get kusto identity token", cancellationToken);
            if (failure is null)
            {
                return Read(resources!, identity!);
            }
        }

        return (null, failure);
    }

    /// <summary>Forgets what is known, after a storage account refused it.</summary>
    public void Forget() => _known = null;

    private (QueuedResources? Resources, KustoFailure? Failure) Read(KqlResult resources, KqlResult identity)
    {
        if ((resources.Error ?? identity.Error) is { } error)
        {
            return (null, new KustoFailure(new SendOutcome(System.Net.HttpStatusCode.OK, IsPermanent: true), error));
        }

        var containers = Roots(resources, "TempStorage");
        var queues = Roots(resources, "SecuredReadyForAggregationQueue");
        if (containers.Count == 0 || queues.Count == 0 || identity.Table.Rows.Count == 0)
        {
            return (null, new KustoFailure(
                new SendOutcome(null), KustoFailure.Plain(KqlErrorCodes.Execution, "The ingestion service names no place for queued rows.")));
        }

        _known = new QueuedResources(containers, queues, Convert.ToString(identity.Table.Rows[0][0], System.Globalization.CultureInfo.InvariantCulture)!);
        _askedAt = time.GetTimestamp();
        return (_known, null);
    }

    private static List<Uri> Roots(KqlResult resources, string kind) =>
        [.. resources.Table.Rows.Where(row => row.Length >= 2 && row[0] as string == kind).Select(row => new Uri((string)row[1]!))];
}
