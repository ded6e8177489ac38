using CasinoFloor.Engine.Events;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse;

/// <summary>How far a partition has been stored.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="NextOffset">The first offset not stored yet.</param>
public readonly record struct Checkpoint(SourcePartition Partition, long NextOffset);

/// <summary>The key and value of a stored checkpoint, before its partition is registered in this process.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Source">See <see cref="SourcePartition.Source"/>.</param>
/// <param name="Number">The partition's number.</param>
/// <param name="NextOffset">The first offset not stored yet.</param>
public readonly record struct StoredCheckpoint(EventStream Stream, string Source, int Number, long NextOffset);

/// <summary>Where everything is stored and history is asked: embedded (a DuckDB file) or remote.</summary>
public interface IEventhouse : IAsyncDisposable
{
    /// <summary>One line for the console and the status page; no secrets.</summary>
    string Description { get; }

    /// <summary>What keeps rows from where they belong though nothing is lost, such as rows that wait on disk; null while all is well.</summary>
    string? Problem => null;

    /// <summary>What an operator should know though events are read and stored, such as a start without recovery; null for nothing.</summary>
    string? Note => null;

    /// <summary>Opens or creates the database and its tables; must be called first.</summary>
    /// <exception cref="EventhouseException">It cannot be opened; the message says why and what to do.</exception>
    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>The checkpoints stored with the rows; empty where the Eventhouse keeps none (the broker's are used then).</summary>
    Task<IReadOnlyList<StoredCheckpoint>> LoadCheckpointsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Stores the accepted events, rejections, windows and findings of the batches together with the checkpoints: all or
    /// nothing where the Eventhouse can (embedded). Returns when the rows are durable.
    /// </summary>
    Task WriteAsync(IReadOnlyList<EventBatch> batches, IReadOnlyList<Checkpoint> checkpoints, CancellationToken cancellationToken);

    /// <summary>Event time of the newest event stored, of any stream, UTC; null while there is none.</summary>
    Task<DateTime?> NewestEventAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Reads back stored events since a moment, oldest first within a stream, as decoded batches with
    /// <see cref="EventBatch.Recovery"/> set, so that the engine can rebuild its state. The batch is valid only until the callback returns.
    /// </summary>
    Task RecoverAsync(EventStream stream, DateTime since, Action<EventBatch> apply, CancellationToken cancellationToken);

    /// <summary>
    /// The identities of about the newest events stored, by when they were stored and not by their own time: so that an event that is told
    /// again after a restart is known, however old it is. Events without an event id have none.
    /// </summary>
    /// <param name="count">How many, over all streams.</param>
    /// <param name="take">Takes them, oldest first within a stream.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task RecoverIdentitiesAsync(int count, Action<EventStream, UInt128> take, CancellationToken cancellationToken);

    /// <summary>Findings stored since a moment, oldest first: so that nothing is raised twice.</summary>
    /// <param name="since">The moment.</param>
    /// <param name="unknown">Told the kind, severity or phase of each finding that is left out, because only a newer version knows it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<Finding>> LoadFindingsAsync(DateTime since, Action<string> unknown, CancellationToken cancellationToken);

    /// <summary>The newest stored row of each machine-minute since a moment: so that closed windows stay closed after a restart.</summary>
    Task<IReadOnlyList<ActivityWindow>> LoadWindowsAsync(DateTime since, CancellationToken cancellationToken);

    /// <summary>The newest signal of each kind (<see cref="MachineSignal.Types"/>) that each machine sent between two moments.</summary>
    /// <param name="since">The first moment.</param>
    /// <param name="until">The moment after the last.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<MachineSignal>> LoadSignalsAsync(DateTime since, DateTime until, CancellationToken cancellationToken);

    /// <summary>
    /// Where the lifetime meters stand of each machine whose newest reading lies between two moments: what it reported, and the games stored after that.
    /// </summary>
    /// <param name="since">The first moment.</param>
    /// <param name="until">The moment after the last: who has reported later is left out.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<MachineMeters>> LoadMetersAsync(DateTime since, DateTime until, CancellationToken cancellationToken);

    /// <summary>The rows of <c>machine_locations</c>.</summary>
    Task<IReadOnlyList<MachineLocation>> LoadMachinesAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Asks a question in KQL. Everything that is wrong with the query, its limits and its cancellation are in <see cref="KqlResult.Error"/>.
    /// </summary>
    /// <exception cref="EventhouseException">The Eventhouse cannot be reached or read.</exception>
    Task<KqlResult> QueryAsync(KqlQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Runs a management command, such as <c>.show tables</c>. Everything that is wrong with it is in <see cref="KqlResult.Error"/>; otherwise what it
    /// changed is durable.
    /// </summary>
    /// <exception cref="EventhouseException">The Eventhouse cannot be reached, read or written.</exception>
    Task<KqlResult> CommandAsync(string text, CancellationToken cancellationToken);

    /// <summary>What is known of a query without running it: its columns, parameters and first error, by the schema as it is now.</summary>
    KqlAnalysis Analyze(KqlQuery query);

    /// <summary>The tables and functions that queries can see, as they are now.</summary>
    KqlCatalog Catalog { get; }

    /// <summary>Adds or replaces rows of <c>machine_locations</c>, by machine id.</summary>
    Task SaveMachinesAsync(IReadOnlyCollection<MachineLocation> machines, CancellationToken cancellationToken);
}

/// <summary>The Eventhouse cannot do what was asked; the message is meant for the operator.</summary>
public class EventhouseException : Exception
{
    /// <summary>Creates one.</summary>
    public EventhouseException(string message)
        : base(message)
    {
    }

    /// <summary>Creates one with its cause.</summary>
    public EventhouseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates one.</summary>
    public EventhouseException()
    {
    }
}
