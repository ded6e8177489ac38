using System.Text.Json;
using CasinoFloor.Eventhouse.Remote.Http;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Remote.Answers;

/// <summary>Makes tables of frames: see <see cref="AnswerReaderV2"/>. Only primary results are handed on.</summary>
/// <param name="sink">Takes the tables.</param>
internal sealed class AnswerFrames(IAnswerSink sink) : IFrameHandler
{
    private const string Primary = "PrimaryResult";

    private Frame _frame;
    private int? _open;
    private long _rows;

    /// <summary>Why the answer must be discarded; null when nothing is known against it.</summary>
    public KqlError? Error { get; private set; }

    /// <summary>Whether the service has said that this was all.</summary>
    public bool IsComplete { get; private set; }

    /// <inheritdoc />
    public void BeginFrame() => _frame = default;

    /// <inheritdoc />
    public void Property(string name, JsonElement value)
    {
        switch (name)
        {
            case "FrameType":
                _frame.Type = value.GetString();
                break;
            case "TableKind":
                _frame.Kind = value.GetString();
                break;
            case "TableName":
                _frame.Name = value.GetString();
                break;
            case "TableFragmentType":
                _frame.IsReplacing = value.ValueEquals("DataReplace");
                break;
            case "TableId":
                _frame.TableId = Number(value);
                break;
            case "RowCount":
                _frame.RowCount = Number(value);
                break;
            case "Columns" when _frame.Kind == Primary:
                _frame.Columns = ColumnReader.Read(value);
                break;
            case "HasErrors":
                _frame.HasErrors = value.ValueKind == JsonValueKind.True;
                break;
            case "Cancelled":
                _frame.IsCancelled = value.ValueKind == JsonValueKind.True;
                break;
            case "OneApiErrors":
                Errors(value);
                break;
            default:
                break;
        }
    }

    /// <inheritdoc />
    public void Row(ReadOnlySpan<byte> json)
    {
        // In place of a row: {"OneApiErrors":[{"error":{...}}]}.
        if (json[0] == '{')
        {
            var reader = new Utf8JsonReader(json);
            using var document = JsonDocument.ParseValue(ref reader);
            if (document.RootElement.TryGetProperty("OneApiErrors", out var errors))
            {
                Errors(errors);
            }

            Error ??= KustoFailure.Plain(KqlErrorCodes.Execution, "The query failed in part; the Eventhouse gave no reason.");
        }
        else if (Error is null && IsOfPrimary())
        {
            _rows++;
            sink.Row(json);
        }
        else if (_frame.Kind == "QueryProperties")
        {
            VisualizationReader.ReadProperty(json, sink);
        }
    }

    /// <inheritdoc />
    public void EndFrame()
    {
        switch (_frame.Type)
        {
            case "DataTable" or "TableHeader":
                _ = IsOfPrimary();
                if (_frame.Type == "DataTable")
                {
                    _open = null;
                }

                break;
            case "TableCompletion" when _frame.TableId == _open:
                if (Error is null && _frame.RowCount is { } said && said != _rows)
                {
                    throw new AnswerFormatException($"A table has {_rows} rows where {said} were announced.");
                }

                _open = null;
                break;
            case "DataSetCompletion":
                Complete();
                break;
            default:
                break;
        }
    }

    // Rows follow their columns: whoever asks first begins the table.
    private bool IsOfPrimary()
    {
        switch (_frame)
        {
            case { Type: "TableFragment" }:
                return _frame.TableId is { } id && id == _open
                    && (!_frame.IsReplacing || _rows == 0 ? true : throw new AnswerFormatException("It takes rows back, which was not asked for."));
            case { Type: "DataTable" or "TableHeader", Kind: Primary } when !_frame.HasBegun:
                _frame.HasBegun = true;
                _open = _frame.TableId ?? 0;
                _rows = 0;
                sink.Begin(_frame.Name ?? Primary, _frame.Columns ?? throw new AnswerFormatException("A table has no columns."));
                return true;
            default:
                return _frame.HasBegun;
        }
    }

    private void Complete()
    {
        IsComplete = true;
        if (_open is not null)
        {
            throw new AnswerFormatException("A table was not completed.");
        }

        if (_frame.IsCancelled)
        {
            Error ??= KustoFailure.Plain(KqlErrorCodes.Cancelled, "The query was cancelled.");
        }
        else if (_frame.HasErrors)
        {
            Error ??= KustoFailure.Plain(KqlErrorCodes.Execution, "The query failed in part; the Eventhouse gave no reason.");
        }
    }

    private void Errors(JsonElement errors)
    {
        if (errors.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in errors.EnumerateArray())
            {
                if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("error", out var error))
                {
                    Error ??= ErrorBody.Read(error).Error;
                }
            }
        }
    }

    private static int? Number(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    private struct Frame
    {
        public string? Type;
        public string? Kind;
        public string? Name;
        public int? TableId;
        public int? RowCount;
        public KqlResultColumn[]? Columns;
        public bool IsReplacing;
        public bool HasErrors;
        public bool IsCancelled;
        public bool HasBegun;
    }
}
