using System.Text.Json;
using CasinoFloor.Eventhouse.Remote.Http;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Remote.Answers;

/// <summary>
/// Reads the answer of <c>/v2/rest/query</c>, frame by frame while it arrives:
/// <code>
/// [{"FrameType":"DataSetHeader","IsProgressive":false,"Version":"v2.0"},
///  {"FrameType":"DataTable","TableId":0,"TableKind":"QueryProperties","TableName":"@ExtendedProperties","Columns":[...],"Rows":[[1,"Visualization","{...}"]]},
///  {"FrameType":"DataTable","TableId":1,"TableKind":"PrimaryResult","TableName":"PrimaryResult","Columns":[...],"Rows":[[...],...]},
///  {"FrameType":"DataSetCompletion","HasErrors":false,"Cancelled":false}]
/// </code>
/// or, in fragments, <c>TableHeader</c>, <c>TableFragment</c>..., <c>TableCompletion</c> in place of a <c>DataTable</c>. A partial failure, and an answer
/// that ends before its completion, is a failure of the whole.
/// </summary>
internal static class AnswerReaderV2
{
    private const string Primary = "PrimaryResult";

    /// <summary>Reads to the end.</summary>
    /// <returns>Why the answer must be discarded; null when it is good.</returns>
    /// <exception cref="FormatException">It is not such an answer.</exception>
    /// <exception cref="JsonException">It breaks off, or is no JSON.</exception>
    public static async Task<KqlError?> ReadAsync(Stream body, IAnswerSink sink, CancellationToken cancellationToken)
    {
        var state = new State(sink);
        await foreach (var frame in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(body, cancellationToken: cancellationToken))
        {
            state.Take(frame);
        }

        return state.Error ?? (state.IsComplete ? null : throw new FormatException("The answer ended before it was complete."));
    }

    private sealed class State(IAnswerSink sink)
    {
        private int _open = -1;

        public KqlError? Error { get; private set; }

        public bool IsComplete { get; private set; }

        public void Take(JsonElement frame)
        {
            switch (frame.GetProperty("FrameType").GetString())
            {
                case "DataTable":
                    Table(frame);
                    break;
                case "TableHeader" when IsPrimary(frame):
                    _open = frame.GetProperty("TableId").GetInt32();
                    sink.Begin(Name(frame), ColumnReader.Read(frame.GetProperty("Columns")));
                    break;
                case "TableFragment" when frame.GetProperty("TableId").GetInt32() == _open:
                    Rows(frame);
                    break;
                case "TableCompletion":
                    Errors(frame);
                    break;
                case "DataSetCompletion":
                    IsComplete = true;
                    Errors(frame);
                    if (frame.TryGetProperty("HasErrors", out var failed) && failed.ValueKind == JsonValueKind.True)
                    {
                        Error ??= new KqlError(KqlErrorCodes.Execution, "The query failed in part; the Eventhouse gave no reason.", 0, 0, 0, 0);
                    }

                    if (frame.TryGetProperty("Cancelled", out var cancelled) && cancelled.ValueKind == JsonValueKind.True)
                    {
                        Error ??= new KqlError(KqlErrorCodes.Cancelled, "The query was cancelled.", 0, 0, 0, 0);
                    }

                    break;
                default:
                    break;
            }
        }

        private void Table(JsonElement frame)
        {
            if (IsPrimary(frame))
            {
                sink.Begin(Name(frame), ColumnReader.Read(frame.GetProperty("Columns")));
                Rows(frame);
            }
            else if (frame.TryGetProperty("TableKind", out var kind) && kind.ValueEquals("QueryProperties"))
            {
                Properties(frame);
            }
        }

        private void Rows(JsonElement frame)
        {
            foreach (var row in frame.GetProperty("Rows").EnumerateArray())
            {
                // In place of a row: {"OneApiErrors":[{"error":{...}}]}.
                if (row.ValueKind == JsonValueKind.Object)
                {
                    Errors(row);
                }
                else if (Error is null)
                {
                    sink.Row(row);
                }
            }
        }

        private void Errors(JsonElement holder)
        {
            if (holder.TryGetProperty("OneApiErrors", out var errors) && errors.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in errors.EnumerateArray().Where(item => item.TryGetProperty("error", out _)))
                {
                    Error ??= ErrorBody.Read(item.GetProperty("error")).Error;
                }
            }
        }

        private void Properties(JsonElement frame)
        {
            foreach (var row in frame.GetProperty("Rows").EnumerateArray())
            {
                if (row.ValueKind == JsonValueKind.Array && row.GetArrayLength() >= 3 && row[1].ValueKind == JsonValueKind.String
                    && row[1].GetString() == "Visualization" && VisualizationReader.Read(row[2]) is { } visualization)
                {
                    sink.Visualization(visualization);
                }
            }
        }

        private static bool IsPrimary(JsonElement frame) => frame.TryGetProperty("TableKind", out var kind) && kind.ValueEquals(Primary);

        private static string Name(JsonElement frame) => frame.TryGetProperty("TableName", out var name) ? name.GetString() ?? Primary : Primary;
    }
}
