using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Windows;

/// <summary>
/// The whole floor's and each section's last 5 minutes. "The last 5 minutes" are 60 slots of 5 seconds of event time, the
/// newest being the one that the engine's clock is in: 4:55 to 5:00 minutes of finished time.
/// </summary>
internal sealed class RecentFigures
{
    private readonly List<FigureRing> _sections = [];

    /// <summary>The whole floor.</summary>
    public FigureRing Floor { get; } = new();

    /// <summary>A section's figures, by its index.</summary>
    public FigureRing Section(int section)
    {
        while (_sections.Count <= section)
        {
            _sections.Add(new FigureRing());
        }

        return _sections[section];
    }

    /// <summary>Counts an event of a section; -1 is none (a machine that is not tracked).</summary>
    public void Add(in SlotEvent e, int section, bool largeWin, float theoreticalHold)
    {
        if (!e.Type.IsPlay())
        {
            return;
        }

        Floor.Add(in e, largeWin, theoreticalHold);
        if (section >= 0)
        {
            Section(section).Add(in e, largeWin, theoreticalHold);
        }
    }
}
