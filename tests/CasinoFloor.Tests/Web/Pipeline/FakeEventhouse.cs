using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;
using CasinoFloor.Kql;

namespace CasinoFloor.Tests.Web.Pipeline;

/// <summary>Remembers what was written; fails as often as told.</summary>
internal sealed class FakeEventhouse : IEventhouse
{
    private readonly Lock _gate = new();
    private readonly List<(int Partition, long Offset)> _messages = [];
    private readonly List<Checkpoint> _checkpoints = [];

    public int FailuresLeft { get; set; }

    public EventhouseException? OpenFailure { get; init; }

    public int Writes { get; private set; }

    public List<MachineLocation> Machines { get; } = [];

    public int MachineSaves { get; private set; }

    public string Description => "fake";

    public IReadOnlyList<(int Partition, long Offset)> Messages
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    public IReadOnlyList<Checkpoint> Checkpoints
    {
        get
        {
            lock (_gate)
            {
                return [.. _checkpoints];
            }
        }
    }

    public Task OpenAsync(CancellationToken cancellationToken) =>
        OpenFailure is null ? Task.CompletedTask : Task.FromException(OpenFailure);

    public Task<IReadOnlyList<StoredCheckpoint>> LoadCheckpointsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredCheckpoint>>([]);

    public Task WriteAsync(IReadOnlyList<EventBatch> batches, IReadOnlyList<Checkpoint> checkpoints, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (FailuresLeft > 0)
            {
                FailuresLeft--;
                throw new EventhouseException("away");
            }

            Writes++;
            foreach (var batch in batches)
            {
                foreach (var message in batch.Messages)
                {
                    _messages.Add((message.Partition, message.Offset));
                }
            }

            _checkpoints.AddRange(checkpoints);
        }

        return Task.CompletedTask;
    }

    public Task<DateTime?> NewestEventAsync(CancellationToken cancellationToken) => Task.FromResult<DateTime?>(null);

    public Task RecoverAsync(EventStream stream, DateTime since, Action<EventBatch> apply, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RecoverIdentitiesAsync(int count, Action<EventStream, UInt128> take, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<Finding>> LoadFindingsAsync(DateTime since, Action<string> unknown, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>([]);

    public Task<IReadOnlyList<MachineSignal>> LoadSignalsAsync(DateTime since, DateTime until, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MachineSignal>>([]);

    public Task<IReadOnlyList<ActivityWindow>> LoadWindowsAsync(DateTime since, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ActivityWindow>>([]);

    public Task<IReadOnlyList<MachineMeters>> LoadMetersAsync(DateTime since, DateTime until, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MachineMeters>>([]);

    public Task<IReadOnlyList<MachineLocation>> LoadMachinesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MachineLocation>>([.. Machines]);

    public Task SaveMachinesAsync(IReadOnlyCollection<MachineLocation> machines, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (FailuresLeft > 0)
        {
            FailuresLeft--;
            throw new EventhouseException("away");
        }

        Machines.RemoveAll(stored => machines.Any(machine => machine.MachineId == stored.MachineId));
        Machines.AddRange(machines);
        MachineSaves++;
        return Task.CompletedTask;
    }

    public Task<KqlResult> QueryAsync(KqlQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(new KqlResult([], null, new KqlError(KqlErrorCodes.Execution, "away", 0, 0, 0, 0)));

    public Task<KqlResult> CommandAsync(string text, CancellationToken cancellationToken) => throw new NotSupportedException();

    public KqlCatalog Catalog => KqlCatalog.Empty;

    public KqlAnalysis Analyze(KqlQuery query) => new([], [], null, null, null);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
