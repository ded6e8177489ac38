using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.State;

namespace CasinoFloor.Engine.Detectors;

/// <summary>All detectors. A new one is one class and one line here.</summary>
internal sealed class DetectorSet
{
    private readonly IDetector[] _all;
    private readonly IDetector[][] _byType;

    /// <summary>Creates them.</summary>
    public DetectorSet(DetectorOptions options, ConditionBoard board, ErrorTimes errors)
    {
        _all =
        [
            new JackpotDetector(options.Jackpot, board),
            new ErrorBurstDetector(options.MachineHealth, board, errors),
            new TiltDetector(board),
            new PowerDetector(board),
            new SilenceDetector(options.MachineHealth, board),
            new DoorDetector(board),
            new HopperDetector(options.Hopper, board),
            new HotColdDetector(options.HotCold, board),
            new FloorDeviationDetector(options.FloorDeviation, board),
        ];
        _byType = [.. Enum.GetValues<SlotEventType>().Select(type => _all.Where(detector => detector.Wants(type)).ToArray())];
    }

    /// <summary>Shows an event to those who want its type.</summary>
    public void Observe(in SlotEvent e, int machine, DetectionContext context)
    {
        foreach (var detector in _byType[(int)e.Type])
        {
            detector.Observe(in e, machine, context);
        }
    }

    /// <summary>Lets all of them look over the floor.</summary>
    public void Scan(DetectionContext context)
    {
        foreach (var detector in _all)
        {
            detector.Scan(context);
        }
    }

    /// <summary>Tells all of them of a complete minute.</summary>
    public void MinuteClosed(int minute, DetectionContext context)
    {
        foreach (var detector in _all)
        {
            detector.MinuteClosed(minute, context);
        }
    }
}
