using CasinoFloor.Eventhouse.Rows;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Remote.Answers;

/// <summary>Hands each row of an answer on.</summary>
/// <param name="take">Takes a row; it is valid until the call returns.</param>
internal sealed class RowSink(Action<IRowReader> take) : IAnswerSink
{
    private readonly AnswerRow _row = new();

    /// <inheritdoc />
    public void Begin(string name, KqlResultColumn[] columns) => _row.Begin(columns);

    /// <inheritdoc />
    public void Row(ReadOnlySpan<byte> json)
    {
        _row.Set(json);
        take(_row);
    }

    /// <inheritdoc />
    public void Visualization(KqlVisualization visualization)
    {
    }
}
