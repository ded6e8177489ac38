using System.Runtime.InteropServices;
using System.Text.Json;
using CasinoFloor.Eventhouse.Remote.Http;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Remote.Answers;

/// <summary>
/// Reads the answer of <c>/v1/rest/mgmt</c>: <c>{"Tables":[{"TableName":"Table_0","Columns":[...],"Rows":[[...]]}]}</c>. With three or more tables the last one
/// is their table of contents. Commands answer with little, so it is read whole.
/// </summary>
internal static class AnswerReaderV1
{
    /// <summary>Reads the tables.</summary>
    /// <exception cref="AnswerFormatException">It is not such an answer.</exception>
    /// <exception cref="JsonException">It breaks off, or is no JSON.</exception>
    public static async Task<KqlResult> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        using var document = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        try
        {
            return Read(document);
        }
        catch (Exception strange) when (strange is InvalidOperationException or KeyNotFoundException)
        {
            throw new AnswerFormatException($"The answer has no tables: {strange.Message}", strange);
        }
    }

    private static KqlResult Read(JsonDocument document)
    {
        if (!document.RootElement.TryGetProperty("Tables", out var tables))
        {
            throw new AnswerFormatException("The answer has no tables.");
        }

        if (document.RootElement.TryGetProperty("Exceptions", out var exceptions) && exceptions.ValueKind == JsonValueKind.Array && exceptions.GetArrayLength() > 0)
        {
            return Failed(KustoFailure.Plain(KqlErrorCodes.Execution, exceptions[0].ToString()));
        }

        var count = tables.GetArrayLength();
        var collector = new AnswerCollector();
        foreach (var table in tables.EnumerateArray().Take(count >= 3 ? 1 : count))
        {
            collector.Begin(table.TryGetProperty("TableName", out var name) ? name.GetString() ?? "" : "", ColumnReader.Read(table.GetProperty("Columns")));
            foreach (var row in table.GetProperty("Rows").EnumerateArray())
            {
                if (row.ValueKind == JsonValueKind.Object)
                {
                    return Failed(row.TryGetProperty("OneApiErrors", out var errors) && errors.GetArrayLength() > 0
                        ? ErrorBody.Read(errors[0].GetProperty("error")).Error
                        : KustoFailure.Plain(KqlErrorCodes.Execution, row.GetRawText()));
                }

                collector.Row(JsonMarshal.GetRawUtf8Value(row));
            }
        }

        return collector.Result;
    }

    private static KqlResult Failed(KqlError error) => new([], null, error);
}
