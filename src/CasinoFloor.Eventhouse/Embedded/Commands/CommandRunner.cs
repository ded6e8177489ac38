using CasinoFloor.Eventhouse.Embedded.Catalog;
using CasinoFloor.Kql;
using CasinoFloor.Kql.Commands;

namespace CasinoFloor.Eventhouse.Embedded.Commands;

/// <summary>Runs management commands: reads one, does what it says, and applies what follows it after a bar.</summary>
internal sealed class CommandRunner(EmbeddedKql kql)
{
    /// <summary>Runs a command; what is wrong with it is in the answer.</summary>
    public async Task<KqlResult> RunAsync(string text, CancellationToken cancellationToken)
    {
        var (command, error) = KqlCommands.Parse(text);
        return command is null ? new KqlResult([], null, error) : await RunAsync(command, text, cancellationToken);
    }

    private async Task<KqlResult> RunAsync(KqlCommand command, string text, CancellationToken cancellationToken)
    {
        var result = command is ExecuteScriptCommand script
            ? await ScriptAsync(script, text, cancellationToken)
            : await NotedAsync(command, text, cancellationToken);
        return command.Pipe is { } pipe && result.Error is null
            ? await CommandPipe.RunAsync(result.Table, pipe, kql.Time, cancellationToken)
            : result;
    }

    private async Task<KqlResult> NotedAsync(KqlCommand command, string text, CancellationToken cancellationToken)
    {
        if (ShowCommands.Answer(command, kql) is { } shown)
        {
            return shown.Error is null ? shown : At(command, text, shown.Error.Message);
        }

        var id = Guid.NewGuid();
        var started = kql.Time.GetUtcNow().UtcDateTime;
        var result = command switch
        {
            IngestFromQueryCommand from => await IngestCommands.FromQueryAsync(from, text, kql, cancellationToken),
            IngestInlineCommand inline => await IngestCommands.InlineAsync(inline, kql, cancellationToken),
            _ => await SchemaAsync(command, cancellationToken),
        };
        kql.Operations.Add(new Operation(id, OperationKinds.Of(command), started, kql.Time.GetUtcNow().UtcDateTime, result.Error?.Message));
        if (result.Error is { } error)
        {
            return error.Line > 0 || error.Code != KqlErrorCodes.Semantic ? result : At(command, text, error.Message);
        }

        // It is done when it is answered, here: who does not want to wait finds it completed.
        return command is IngestFromQueryCommand { Async: true } or CreateMaterializedViewCommand { Async: true }
            ? Answer.Row("OperationId:guid", id)
            : result;
    }

    private async Task<KqlResult> SchemaAsync(KqlCommand command, CancellationToken cancellationToken)
    {
        if (SchemaCommands.Change(command, kql) is not { } change)
        {
            return Answer.Refused("", 0, 0, $"The command {command.GetType().Name} is not supported here.");
        }

        var error = await kql.ChangeAsync(change, cancellationToken);
        return error is null ? ShowCommands.AfterChange(command, kql) : Answer.Refused("", 0, 0, error);
    }

    private async Task<KqlResult> ScriptAsync(ExecuteScriptCommand script, string text, CancellationToken cancellationToken)
    {
        var rows = new List<object?[]>();
        foreach (var command in script.Commands)
        {
            var result = await RunAsync(command, text, cancellationToken);
            rows.Add([
                Guid.NewGuid(), OperationKinds.Of(command), text.Substring(command.Span.Start, command.Span.Length).Trim(),
                result.Error is null ? "Completed" : "Failed", result.Error?.Message ?? "",
            ]);
            if (result.Error is not null && script.ThrowOnErrors)
            {
                return result;
            }

            if (result.Error is not null && !script.ContinueOnErrors)
            {
                break;
            }
        }

        return Answer.Table("OperationId:guid, CommandType:string, CommandText:string, Result:string, Reason:string", rows);
    }

    private static KqlResult At(KqlCommand command, string text, string message) => Answer.Refused(text, command.Span.Start, command.Span.Length, message);
}
