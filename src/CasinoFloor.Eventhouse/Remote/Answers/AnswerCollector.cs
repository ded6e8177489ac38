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
    public void Row(JsonElement row)
    {
        var (_, columns, rows) = _tables[^1];
        if (row.GetArrayLength() != columns.Length)
        {
            throw new FormatException($"A row has {row.GetArrayLength()} cells where there are {columns.Length} columns.");
        }

        var values = new object?[columns.Length];
        var i = 0;
        foreach (var cell in row.EnumerateArray())
        {
            values[i] = CellReader.Read(cell, columns[i].Type);
            i++;
        }

        rows.Add(values);
    }

    /// <inheritdoc />
    public void Visualization(KqlVisualization visualization) => _visualization = visualization;
}
