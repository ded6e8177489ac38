using System.Text.Json;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Remote.Answers;

/// <summary>Keeps an answer in memory, as a result.</summary>
internal sealed class AnswerCollector : IAnswerSink
{
    private readonly List<(string Name, KqlResultColumn[] Columns, List<object?[]> Rows)> _tables = [];
    private KqlVisualization? _visualization;

    /// <summary>The result of what was taken.</summary>
    public KqlResult Result => new([.. _tables.Select(table => new KqlResultTable(table.Name, table.Columns, table.Rows, true))], _visualization, null);

    /// <inheritdoc />
    public void Begin(string name, KqlResultColumn[] columns) => _tables.Add((name, columns, []));

    /// <inheritdoc />
    public void Row(ReadOnlySpan<byte> json)
    {
        var (_, columns, rows) = _tables[^1];
        var values = new object?[columns.Length];
        var cells = new RowCells(json, columns);
        while (cells.Next())
        {
            values[cells.Column] = cells.Value();
        }

        rows.Add(values);
    }

    /// <inheritdoc />
    public void Visualization(KqlVisualization visualization) => _visualization = visualization;
}
