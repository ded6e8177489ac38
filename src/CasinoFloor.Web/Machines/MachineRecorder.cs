using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Eventhouse;
using CasinoFloor.Web.Live;

namespace CasinoFloor.Web.Machines;

/// <summary>
/// Keeps what the events themselves tell of a machine (section, denomination, kind, theoretical hold) in <c>machine_locations</c>, where the questions about the past
/// look for it: only some sources know their machines beforehand. Where a machine stands is left as it is stored.
/// </summary>
/// <param name="feed">The floor as it is.</param>
/// <param name="eventhouse">Where the machines are stored.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told when it cannot be stored for a while.</param>
public sealed partial class MachineRecorder(FloorFeed feed, IEventhouse eventhouse, TimeProvider time, ILogger<MachineRecorder> logger) : BackgroundService
{
    private Dictionary<string, MachineLocation>? _stored;

    /// <summary>How often it looks.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var timer = new PeriodicTimer(Interval, time);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await RecordAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app stops.
        }
    }

    /// <summary>Stores what was learned last, also of an import that is over within seconds.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await RecordAsync(cancellationToken);
    }

    /// <summary>Stores the machines of which something was learned since, as the feed has them: it takes up new machines now and then.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    internal Task RecordAsync(CancellationToken cancellationToken) =>
        feed.Latest is { } picture
            ? RecordAsync([.. picture.Layout.Machines.Take(picture.Cells.Length).Where(machine => picture.Cells.Span[machine.Index].Status != MachineStatus.Unknown)], cancellationToken)
            : Task.CompletedTask;

    /// <summary>The same for a floor at rest.</summary>
    /// <param name="floor">The floor; nothing else works on it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal Task RecordAsync(IFloorState floor, CancellationToken cancellationToken) =>
        RecordAsync([.. floor.Infos.Where(machine => floor.Views[machine.Index].Status != MachineStatus.Unknown)], cancellationToken);

    // Those that were heard of: others come from a layout, or are stored as they are.
    private async Task RecordAsync(IReadOnlyList<MachineInfo> heard, CancellationToken cancellationToken)
    {
        try
        {
            _stored ??= (await eventhouse.LoadMachinesAsync(cancellationToken)).ToDictionary(machine => machine.MachineId, StringComparer.Ordinal);
            var learned = Learned(heard);
            if (learned.Count == 0)
            {
                return;
            }

            await eventhouse.SaveMachinesAsync(learned, cancellationToken);
            foreach (var machine in learned)
            {
                _stored[machine.MachineId] = machine;
            }
        }
        catch (Exception exception) when (exception is EventhouseException or OperationCanceledException)
        {
            Unrecorded(logger, exception.Message);
        }
    }

    private static string Told(string now, string before) => now.Length > 0 ? now : before;

    private List<MachineLocation> Learned(IReadOnlyList<MachineInfo> heard)
    {
        var learned = new List<MachineLocation>();
        foreach (var machine in heard)
        {
            var before = _stored!.GetValueOrDefault(machine.Id) ?? new MachineLocation { MachineId = machine.Id };
            var told = machine.Location;
            var now = before with
            {
                FloorSection = Told(told.FloorSection, before.FloorSection),
                Denomination = told.Denomination == Money.Zero ? before.Denomination : told.Denomination,
                MachineType = Told(told.MachineType, before.MachineType),
                Manufacturer = Told(told.Manufacturer, before.Manufacturer),
                GameTheme = Told(told.GameTheme, before.GameTheme),
                TheoreticalHold = told.TheoreticalHold ?? before.TheoreticalHold,
            };
            if (now != before || !_stored!.ContainsKey(machine.Id))
            {
                learned.Add(now);
            }
        }

        return learned;
    }

    [LoggerMessage(2500, LogLevel.Warning, "What was learned of the machines could not be stored; it is learned again with their next events, or at the next start. {Reason}")]
    private static partial void Unrecorded(ILogger logger, string reason);
}
