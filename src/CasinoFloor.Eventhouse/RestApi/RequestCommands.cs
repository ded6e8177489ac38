using System.Text.RegularExpressions;
using CasinoFloor.Kql;
using CasinoFloor.Kql.Commands;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>Commands about the requests under way: <c>.show queries</c>, <c>.show running queries</c>, <c>.cancel query "ID"</c>.</summary>
internal sealed partial class RequestCommands(IKqlDatabase database, RunningRequests running, TimeProvider time)
{
    private static readonly KqlResultColumn[] Listed =
    [
        new("ClientActivityId", KqlType.String), new("Text", KqlType.String), new("Database", KqlType.String), new("StartedOn", KqlType.DateTime),
        new("Duration", KqlType.TimeSpan), new("State", KqlType.String), new("RootActivityId", KqlType.Guid),
    ];

    private static readonly KqlResultColumn[] Cancelled =
        [new("ClientRequestId", KqlType.String), new("ReasonPhrase", KqlType.String), new("RunningQueryCanceled", KqlType.Bool)];

    /// <summary>Runs such a command; null for any other.</summary>
    public async Task<KqlResult?> RunAsync(string text, CancellationToken cancellationToken)
    {
        if (Cancel().Match(text) is { Success: true } cancel)
        {
            var id = cancel.Groups[2].Value;
            var found = running.Cancel(id).Count > 0;
            return Result(Cancelled, [id, found ? "Cancelled by command" : "No such request is under way", found]);
        }

        if (Show().Match(text) is not { Success: true } show)
        {
            return null;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var result = Result(Listed, [.. running.All.Select(request => new object?[]
        {
            request.Identity.ClientRequestId, request.Text, database.Name, request.Identity.Started, now - request.Identity.Started, "InProgress", request.Identity.ActivityId,
        })]);

        return show.Groups[1] is { Success: true } pipe ? await CommandPipe.RunAsync(result.Table, Pipe(text, pipe.Index), time, cancellationToken) : result;
    }

    // The result's name in place of the command keeps the places of errors.
    private static string Pipe(string text, int bar) =>
        KqlCommands.ResultName + new string([.. text[1..bar].Select(character => character == '\n' ? '\n' : ' ')]) + text[bar..];

    private static KqlResult Result(KqlResultColumn[] columns, params object?[][] rows) => new([new KqlResultTable("Table_0", columns, rows, true)], null, null);

    [GeneratedRegex("""^\s*\.cancel\s+query\s+(['"])([^'"]+)\1\s*;?\s*$""")]
    private static partial Regex Cancel();

    [GeneratedRegex("""^\s*\.show\s+(?:running\s+)?queries\s*(\|.*)?$""", RegexOptions.Singleline)]
    private static partial Regex Show();
}
