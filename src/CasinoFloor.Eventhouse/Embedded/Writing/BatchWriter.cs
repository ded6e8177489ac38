using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Embedded.Vectors;
using CasinoFloor.Eventhouse.Ingestion;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace CasinoFloor.Eventhouse.Embedded.Writing;

/// <summary>Writes batches and checkpoints in one transaction: all of it becomes durable or nothing does. Used by one task at a time.</summary>
internal sealed class BatchWriter(DuckDBConnection connection, PartitionCatalog partitions, TimeProvider time) : IDisposable
{
    private readonly TableAppender _slots = new(EventhouseTables.SlotEvents);
    private readonly TableAppender _tables = new(EventhouseTables.TableEvents);
    private readonly TableAppender _securities = new(EventhouseTables.SecurityEvents);
    private readonly TableAppender _cashes = new(EventhouseTables.CashEvents);
    private readonly TableAppender _windows = new(EventhouseTables.SlotActivity);
    private readonly TableAppender _findings = new(EventhouseTables.Alerts);
    private readonly TableAppender _deadLetters = new(EventhouseTables.DeadLetters);
    private readonly TableAppender _machines = new(EventhouseTables.MachineLocations);

    private TableAppender[] Appenders =>
        field ??= [_slots, _tables, _securities, _cashes, _windows, _findings, _deadLetters, _machines];

    /// <summary>Stores everything, or throws and stores nothing.</summary>
    public void Write(IReadOnlyList<EventBatch> batches, IReadOnlyList<Checkpoint> checkpoints, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().Ticks;
        partitions.Register(checkpoints);

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
                    Append(batch, new RowOrigin(partitions, now));
                }

                FindingRows.Append(_findings, connection, batches);
                Complete();
                StaleWindowUpdate.Run(connection, batches, now);
                partitions.Write(connection, checkpoints, now);
            });
        }
        finally
        {
            pinned.ForEach(batch => batch.Dispose());
        }

        partitions.Committed(checkpoints);
    }

    /// <summary>Puts these machines in place of all rows of <c>machine_locations</c>.</summary>
    public void ReplaceMachines(IEnumerable<MachineLocation> machines) => InTransaction(() =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM machine_locations";
        command.ExecuteNonQuery();
        MachineRows.Append(_machines, connection, machines);
        Complete();
    });

    /// <inheritdoc />
    public void Dispose() => Array.ForEach(Appenders, appender => appender.Dispose());

    private void Append(PinnedBatch batch, RowOrigin origin)
    {
        SlotRows.Append(_slots, connection, batch, origin);
        TableRows.Append(_tables, connection, batch, origin);
        SecurityRows.Append(_securities, connection, batch, origin);
        CashRows.Append(_cashes, connection, batch, origin);
        DeadLetterRows.Append(_deadLetters, connection, batch, origin);
        WindowRows.Append(_windows, connection, batch.Batch.Windows);
    }

    private void Complete() => Array.ForEach(Appenders, appender => appender.Complete());

    private void InTransaction(Action work)
    {
        connection.Run("BEGIN TRANSACTION");
        try
        {
            work();
            connection.Run("COMMIT");
        }
        catch (Exception failure)
        {
            Array.ForEach(Appenders, appender => appender.Abandon());
            RollBack();
            if (failure is DuckDBException)
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
            connection.Run("ROLLBACK");
        }
        catch (DuckDBException none) when (none.ErrorType == DuckDBErrorType.Transaction)
        {
            // A commit that failed has rolled back already.
        }
    }
}
