using System.Collections.Concurrent;
using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded;

/// <summary>
/// Keeps a few connections for queries open: what a query engine registers with a connection is registered once, not for each query.
/// </summary>
/// <param name="database">Where new connections come from.</param>
internal sealed class ReaderPool(EmbeddedDatabase database) : IDisposable
{
    private const int MostIdle = 8;

    private readonly ConcurrentBag<DuckDBConnection> _idle = [];

    /// <summary>A connection for one query; give it back with <see cref="Return"/>, or dispose it when its state is not certain.</summary>
    public DuckDBConnection Rent() => _idle.TryTake(out var reader) ? reader : database.OpenReader();

    /// <summary>Takes back a connection on which nothing is running.</summary>
    public void Return(DuckDBConnection reader)
    {
        if (_idle.Count < MostIdle)
        {
            _idle.Add(reader);
        }
        else
        {
            reader.Dispose();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        while (_idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }
}
