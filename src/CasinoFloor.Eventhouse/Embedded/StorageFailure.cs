using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace CasinoFloor.Eventhouse.Embedded;

/// <summary>Tells DuckDB's failures apart.</summary>
internal static class StorageFailure
{
    /// <summary>
    /// Whether a later try may do better. After a fatal failure DuckDB refuses all work until the file is opened anew: that one must end the
    /// process, which then starts again at its checkpoint, and not be tried for ever.
    /// </summary>
    public static bool MayPass(this DuckDBException failure) => failure.ErrorType is not (DuckDBErrorType.Fatal or DuckDBErrorType.Internal);
}
