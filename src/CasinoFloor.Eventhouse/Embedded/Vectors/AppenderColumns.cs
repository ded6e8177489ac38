using System.Runtime.InteropServices;
using DuckDB.NET.Native;

namespace CasinoFloor.Eventhouse.Embedded.Vectors;

/// <summary>The one call of DuckDB's C interface that its .NET binding lacks.</summary>
internal static partial class AppenderColumns
{
    /// <summary>Adds a column to those that an appender takes, in this order; the others of the table get their default.</summary>
    [LibraryImport("duckdb", EntryPoint = "duckdb_appender_add_column", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial DuckDBState Add(DuckDBAppender appender, string name);
}
