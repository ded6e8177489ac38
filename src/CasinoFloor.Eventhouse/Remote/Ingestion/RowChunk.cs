namespace CasinoFloor.Eventhouse.Remote.Ingestion;

/// <summary>Rows of one table, ready to be sent: JSON objects, one a line, compressed with gzip.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="RawBytes">Their size before compression.</param>
/// <param name="Tag">
/// The positions that the rows come from, the same whenever the same rows are sent again; empty for rows that come from no positions (windows, findings), which two
/// runs may make differently.
/// </param>
/// <param name="Body">The compressed bytes.</param>
internal sealed record RowChunk(string Table, int Rows, long RawBytes, string Tag, ReadOnlyMemory<byte> Body);
