using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.Embedded;
using CasinoFloor.Web.Pipeline;

namespace CasinoFloor.Benchmarks.Runs.Questions;

/// <summary>What a busy pipeline writes while questions are asked: events of now, in the product's steps, and every minute the closed minutes.</summary>
internal sealed class LiveRows(EmbeddedEventhouse house, TimeProvider time, IReadOnlyList<(string Machine, string Section)> machines)
{
    /// <summary>Slot events in a second.</summary>
    public const int PerSecond = 5_000;

    private static readonly TimeSpan Step = new PipelineOptions().WriteAge;

    /// <summary>Slot events that were written.</summary>
    public long Written { get; private set; }

    /// <summary>Writes until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var rows = new EventhouseRows((int)(PerSecond * Step.TotalSeconds), machines);
        using var timer = new PeriodicTimer(Step, time);
        var minute = MinuteOf(time.GetUtcNow().UtcTicks);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                var now = time.GetUtcNow().UtcDateTime;
                rows.Renew(now - Step, PerSecond);
                rows.Batches[0].Windows.Clear();
                if (MinuteOf(now.Ticks) > minute)
                {
                    rows.Batches[0].Windows.AddRange(Close(minute, now.Ticks));
                    minute = MinuteOf(now.Ticks);
                }

                await house.WriteAsync(rows.Batches, [new Checkpoint(EventhouseRows.Partition, rows.NextOffset)], CancellationToken.None);
                Written += rows.Batches.Sum(batch => batch.Slots.Count);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The end of the run.
        }
    }

    private static long MinuteOf(long ticks) => ticks - (ticks % TimeSpan.TicksPerMinute);

    private IEnumerable<ActivityWindow> Close(long minute, long now) => machines.Select(machine => new ActivityWindow
    {
        WindowStart = minute,
        MachineId = machine.Machine,
        FloorSection = machine.Section,
        SpinCount = 96,
        CoinIn = new Money(240 * Money.Scale),
        CoinOut = new Money(220 * Money.Scale),
        BillIn = new Money(80 * Money.Scale),
        JackpotCount = 0,
        ErrorCount = 0,
        EventCount = 100,
        Revision = 0,
        ClosedAt = now,
    });
}
