using CasinoFloor.Web.Sources.Simulator.Machines;

namespace CasinoFloor.Web.Sources.Simulator.Players;

/// <summary>How many people there are: the occupancy of the settings, the curve of hour and weekday, and a crowd that a scenario brought.</summary>
internal sealed class Crowd(SimulatorOptions options, SimulationClock clock)
{
    private const double LeastShare = 0.004;
    private const double MostShare = 0.97;
    private readonly BusyCurve _curve = BusyCurve.Of(options);
    private double _extra;
    private long _extraUntil;

    /// <summary>How busy it is, 1 being the week's average.</summary>
    public double Busyness(long at)
    {
        var usual = _curve.At(clock.Stamp(at));
        return at < _extraUntil ? Math.Max(_extra, usual) : usual;
    }

    /// <summary>Share of the time that somebody sits at a machine, at the crowd of a moment.</summary>
    public double Share(SlotMachine machine, long at) =>
        Math.Clamp(options.Occupancy * machine.Planned.Popularity * Busyness(at), LeastShare, MostShare);

    /// <summary>A night as busy as the busiest of the week, or a sixth busier than now where it is that night already.</summary>
    public void BringSaturdayNight(long at, long until)
    {
        _extra = Math.Max(_curve.Peak, _curve.At(clock.Stamp(at)) * 7 / 6);
        _extraUntil = until;
    }
}
