using CasinoFloor.Engine.Events;

namespace CasinoFloor.Eventhouse.Rows;

/// <summary>Takes the rows of one table.</summary>
/// <typeparam name="TRow">Takes the columns of a row.</typeparam>
internal interface IRowTable<TRow>
    where TRow : IRowWriter, allows ref struct
{
    /// <summary>Begins a row; every column must be written before it is ended.</summary>
    /// <exception cref="EventhouseException">No more can be taken.</exception>
    TRow BeginRow();

    /// <summary>Ends a row that a message has brought.</summary>
    void EndRow(in RawMessage message);

    /// <summary>Ends a row that comes from no position.</summary>
    void EndRow();
}
