using System.Text.Json;
using CasinoFloor.Eventhouse.Remote.Answers;
using CasinoFloor.Eventhouse.Remote.Http;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Remote;

/// <summary>Queries and management commands of a Kusto service over its REST interface.</summary>
/// <param name="sender">Sends the requests.</param>
/// <param name="service">The service's address.</param>
/// <param name="database">The database.</param>
/// <param name="retryFor">How long a request is tried again.</param>
/// <param name="time">The clock.</param>
internal sealed class KustoClient(KustoSender sender, Uri service, string database, TimeSpan retryFor, TimeProvider time)
{
    // The service ends a query or command at its own limit and says so: only a service that says nothing is given up.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestCommand = TimeSpan.FromMinutes(10);

    /// <summary>Asks a query and keeps its answer.</summary>
    public async Task<(KqlResult? Result, KustoFailure? Failure)> QueryAsync(KqlQuery query, CancellationToken cancellationToken)
    {
        var collector = new AnswerCollector();
        var (failure, brokeOff) = await ReadAsync(query, collector, isUnlimited: false, cancellationToken);
        if (brokeOff)
        {
            // Nothing of it has been handed on: one more try is free.
            collector = new AnswerCollector();
            (failure, _) = await ReadAsync(query, collector, isUnlimited: false, cancellationToken);
        }

        return failure is null ? (collector.Result, null) : (null, failure);
    }

    /// <summary>Asks a query and hands its rows on while they arrive, however many; nothing is kept.</summary>
    /// <param name="query">The query.</param>
    /// <param name="sink">Takes the rows. After a failure it has taken a part of them, which does not count.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<KustoFailure?> StreamAsync(KqlQuery query, IAnswerSink sink, CancellationToken cancellationToken) =>
        (await ReadAsync(query, sink, isUnlimited: true, cancellationToken)).Failure;

    /// <summary>Runs a management command.</summary>
    public async Task<(KqlResult? Result, KustoFailure? Failure)> CommandAsync(string command, CancellationToken cancellationToken)
    {
        var (answer, failure) = await sender.SendAsync(
            () => Post("v1/rest/mgmt", QueryBody.Encode(database, command)), RetryBudget.For(retryFor, LongestCommand + Grace), cancellationToken);
        if (failure is not null)
        {
            return (null, failure);
        }

        using (answer)
        {
            try
            {
                await using var body = await BodyAsync(answer!, LongestCommand, cancellationToken);
                return (await AnswerReaderV1.ReadAsync(body, cancellationToken), null);
            }
            catch (Exception broken) when (IsBroken(broken, cancellationToken))
            {
                return (null, Broken(broken));
            }
        }
    }

    private async Task<(KustoFailure? Failure, bool BrokeOff)> ReadAsync(KqlQuery query, IAnswerSink sink, bool isUnlimited, CancellationToken cancellationToken)
    {
        var (answer, failure) = await sender.SendAsync(
            () => Post("v2/rest/query", QueryBody.Encode(database, query, isUnlimited)), RetryBudget.For(retryFor, query.Timeout + Grace), cancellationToken);
        if (failure is not null)
        {
            return (failure, false);
        }

        using (answer!)
        {
            try
            {
                await using var body = await BodyAsync(answer!, query.Timeout, cancellationToken);
                var error = await AnswerReaderV2.ReadAsync(body, sink, cancellationToken);
                return (error is null ? null : new KustoFailure(new SendOutcome(answer!.StatusCode, IsPermanent: true), error), false);
            }
            catch (Exception broken) when (IsBroken(broken, cancellationToken))
            {
                // What cannot be read, or does not come, would be the same again.
                return (Broken(broken), broken is HttpRequestException or IOException { InnerException: not OperationCanceledException });
            }
        }
    }

    private HttpRequestMessage Post(string path, HttpContent content) => new(HttpMethod.Post, new Uri(service, path)) { Content = content };

    private async Task<StallGuard> BodyAsync(HttpResponseMessage answer, TimeSpan longest, CancellationToken cancellationToken) =>
        new(await answer.Content.ReadAsStreamAsync(cancellationToken), longest + Grace, time);

    private static bool IsBroken(Exception failure, CancellationToken cancellationToken) =>
        failure is JsonException or AnswerFormatException || KustoFailure.IsNetwork(failure, cancellationToken);

    private static KustoFailure Broken(Exception failure) => new(
        new SendOutcome(null), KustoFailure.Plain(KustoFailure.NetworkCode, $"The Eventhouse's answer broke off or cannot be read: {failure.Message}"));
}
