namespace CasinoFloor.Eventhouse.Embedded;

/// <summary>What a run of <see cref="Retention"/> did.</summary>
/// <param name="RowsDeletedByAge">Rows older than the age allowed.</param>
/// <param name="RowsDeletedBySize">Rows deleted because the data had grown too large.</param>
/// <param name="UsedBytes">Bytes in use afterwards. The file may be larger: blocks that were freed inside it take new data first.</param>
public readonly record struct RetentionResult(long RowsDeletedByAge, long RowsDeletedBySize, long UsedBytes);
