using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Embedded.Vectors;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Eventhouse.Rows;
using CasinoFloor.Kql;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace CasinoFloor.Eventhouse.Embedded.Writing;

/// <summary>Writes batches and checkpoints in one transaction: all of it becomes durable or nothing does. Used by one task at a time.</summary>
internal sealed class BatchWriter : IDisposable
{
    private readonly DuckDBConnection _connection;
    private readonly PartitionCatalog _partitions;
    private readonly TimeProvider _time;
    private readonly List<TableAppender> _appenders = [];
    private readonly BatchRows<RowWriter> _rows;
    private readonly TableAppender _findings;
    private readonly TableAppender _machines;
    private readonly Func<UpdatePolicies> _updates;

    /// <summary>Makes the writer of an open database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="partitions">The partitions that rows refer to.</param>
    /// <param name="updates">The update policies in force.</param>
    /// <param name="time">The clock.</param>
    public BatchWriter(EmbeddedDatabase database, PartitionCatalog partitions, Func<UpdatePolicies> updates, TimeProvider time)
    {
        _updates = updates;
        KqlEngine.Prepare(database.Writer);
        _connection = database.Writer;
        _partitions = partitions;
        _time = time;
        _rows = new BatchRows<RowWriter>
        {
            Slots = AppenderOf(EventhouseTables.SlotEvents),
            Tables = AppenderOf(EventhouseTables.TableEvents),
            Securities = AppenderOf(EventhouseTables.SecurityEvents),
            Cashes = AppenderOf(EventhouseTables.CashEvents),
            DeadLetters = AppenderOf(EventhouseTables.DeadLetters),
            Windows = AppenderOf(EventhouseTables.SlotActivity),
        };
        _findings = AppenderOf(EventhouseTables.Alerts);
        _machines = AppenderOf(EventhouseTables.MachineLocations);

        TableAppender AppenderOf(TableDefinition table)
        {
            var appender = new TableAppender(database.Writer, table, database.Upgraded.Contains(table.Name));
            _appenders.Add(appender);
            return appender;
        }
    }

    /// <summary>Stores everything, or throws and stores nothing.</summary>
    public void Write(IReadOnlyList<EventBatch> batches, IReadOnlyList<Checkpoint> checkpoints, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow().Ticks;
        _partitions.Register(checkpoints);
        var updates = _updates();

        // Chunks refer to the texts of every batch until the last of them was appended.
        var pinned = new List<PinnedBatch>(batches.Count);
        try
        {
            pinned.AddRange(batches.Select(batch => new PinnedBatch(batch)));
            InTransaction(() =>
            {
                foreach (var batch in pinned)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    _rows.Write(batch, new RowOrigin(_partitions, now));
                }

                NewFindings.Append(_findings, _connection, batches);
                foreach (var table in Complete())
                {
                    updates.Run(_connection, table, StoredTime.FromTicks(now), cancellationToken);
                }

                StaleWindowUpdate.Run(_connection, batches, now);
                _partitions.Write(_connection, checkpoints, now);
            });
        }
        finally
        {
            pinned.ForEach(batch => batch.Dispose());
        }

        _partitions.Committed(checkpoints);
    }

    /// <summary>Puts these machines in place of all rows of <c>machine_locations</c>.</summary>
    public void ReplaceMachines(IEnumerable<MachineLocation> machines) => InTransaction(() =>
    {
        _connection.Run("DELETE FROM machine_locations");
        foreach (var machine in machines)
        {
            var row = _machines.BeginRow();
            MachineRows.Write(ref row, machine);
            _machines.EndRow();
        }

        Complete();
    });

    /// <inheritdoc />
    public void Dispose() => _appenders.ForEach(appender => appender.Dispose());

    // Gives the tables that have new rows.
    private List<string> Complete()
    {
        var filled = _appenders.Where(appender => appender.HasRows).Select(appender => appender.Table).ToList();
        _appenders.ForEach(appender => appender.Complete());
        return filled;
    }

    private void InTransaction(Action work)
    {
        try
        {
            _connection.Run("BEGIN TRANSACTION");
            work();
            _connection.Run("COMMIT");
        }
        catch (Exception failure)
        {
            _appenders.ForEach(appender => appender.Abandon());
            RollBack();
            if (failure is DuckDBException refused && refused.MayPass())
            {
                throw new EventhouseException($"Rows cannot be stored: {failure.Message}", failure);
            }

            throw;
        }
    }

    private void RollBack()
    {
        try
        {
            _connection.Run("ROLLBACK");
        }
        catch (DuckDBException none) when (none.ErrorType == DuckDBErrorType.Transaction)
        {
            // A commit that failed has rolled back already, and one that never began has nothing to.
        }
    }
}
