using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Engine.Layouts;

namespace CasinoFloor.Engine.State;

/// <summary>
/// What every machine is and where it stands. Learns from placements and from the events themselves; what is not given
/// leaves what is known alone.
/// </summary>
internal sealed class MachineCatalog(MachineStates states, int maximumMachines)
{
    // A feed that makes up a section or a text for every event must not fill the memory.
    private const int MaximumSections = 1000;
    private const int MaximumGroups = 100_000;
    private const int MaximumTexts = 100_000;

    private readonly MachineDirectory _directory = new(maximumMachines);
    private readonly List<MachineInfo> _infos = [];
    private readonly Dictionary<string, int> _sections = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Section, Money Denomination), int> _groups = [];
    private readonly Dictionary<string, byte[]> _bytes = new(StringComparer.Ordinal);
    private readonly List<string> _sectionNames = [];

    // Misspelt in a layout, or not yet there: neither the source nor an event has named them.
    private readonly HashSet<int> _laidOnly = [];
    private MachineTexts[] _texts = new MachineTexts[64];

    /// <summary>Rises with every change.</summary>
    public int Version { get; private set; }

    /// <summary>The machines, by index.</summary>
    public IReadOnlyList<MachineInfo> Infos => _infos;

    /// <summary>Section names, by section index.</summary>
    public IReadOnlyList<string> Sections => _sectionNames;

    /// <summary>How many peer groups there are.</summary>
    public int GroupCount => _groups.Count;

    /// <summary>The machine's index, given now if it is new; -1 when no more machines are tracked.</summary>
    public int GetOrAdd(EventBatch batch, TextSlice id)
    {
        var index = _directory.GetOrAdd(batch.Text(id), out var added);
        if (added)
        {
            Append(new MachineLocation { MachineId = batch.GetString(id) });
        }

        return index;
    }

    /// <summary>The same for an id that the source or the Eventhouse names.</summary>
    public int GetOrAdd(string id)
    {
        var index = _directory.GetOrAdd(id, out var added);
        if (added)
        {
            Append(new MachineLocation { MachineId = id });
        }
        else
        {
            Meet(index);
        }

        return index;
    }

    /// <summary>Places a machine, or moves it; what the placement leaves open stays as it is.</summary>
    public void Place(MachineLocation location)
    {
        var index = GetOrAdd(location.MachineId);
        if (index < 0)
        {
            return;
        }

        var known = _infos[index].Location;
        Replace(index, known with
        {
            FloorSection = Given(location.FloorSection, known.FloorSection),
            Bank = Given(location.Bank, known.Bank),
            X = location.X ?? known.X,
            Y = location.Y ?? known.Y,
            Denomination = location.Denomination == Money.Zero ? known.Denomination : location.Denomination,
            MachineType = Given(location.MachineType, known.MachineType),
            Manufacturer = Given(location.Manufacturer, known.Manufacturer),
            GameTheme = Given(location.GameTheme, known.GameTheme),
            TheoreticalHold = location.TheoreticalHold ?? known.TheoreticalHold,
        });
    }

    /// <summary>
    /// Puts machines where a layout has them, or takes them off the floor. What the floor reports of their sections stays. A machine that the layout leaves out stays
    /// as it is, or leaves the floor where only a layout before had named it.
    /// </summary>
    public void Arrange(IEnumerable<LayoutPlace> places)
    {
        var leftOut = _laidOnly.ToHashSet();
        foreach (var place in places)
        {
            leftOut.Remove(Arrange(place));
        }

        foreach (var index in leftOut)
        {
            Replace(index, _infos[index].Location with { Bank = "", X = null, Y = null });
        }
    }

    private int Arrange(LayoutPlace place)
    {
        var index = _directory.GetOrAdd(place.MachineId, out var added);
        if (index < 0)
        {
            return index;
        }

        if (added)
        {
            _laidOnly.Add(index);
            Append(new MachineLocation { MachineId = place.MachineId });
        }

        var known = _infos[index].Location;
        Replace(index, known with
        {
            FloorSection = Given(known.FloorSection, place.FloorSection),
            Bank = place.Bank,
            X = (float?)place.At?.X,
            Y = (float?)place.At?.Y,
        });
        return index;
    }

    /// <summary>Learns from an event. Allocates only when the event says something new.</summary>
    public void Learn(int index, EventBatch batch, in SlotEvent e)
    {
        if (_laidOnly.Count > 0)
        {
            Meet(index);
        }

        if (_texts[index].Agree(batch, in e)
            && (e.Denomination == Money.Zero || e.Denomination.Units == states[index].DenominationUnits)
            && (float.IsNaN(e.TheoreticalHold) || e.TheoreticalHold == states[index].TheoreticalHold))
        {
            return;
        }

        var known = _infos[index].Location;
        Replace(index, known with
        {
            FloorSection = Given(batch.GetString(e.FloorSection), known.FloorSection),
            Denomination = e.Denomination == Money.Zero ? known.Denomination : e.Denomination,
            MachineType = Given(batch.GetString(e.MachineType), known.MachineType),
            Manufacturer = Given(batch.GetString(e.Manufacturer), known.Manufacturer),
            GameTheme = Given(batch.GetString(e.GameTheme), known.GameTheme),
            TheoreticalHold = float.IsNaN(e.TheoreticalHold) ? known.TheoreticalHold : e.TheoreticalHold,
        });
    }

    // Somebody other than a layout names the machine.
    private void Meet(int index)
    {
        if (_laidOnly.Remove(index))
        {
            _infos[index] = new MachineInfo(index, _infos[index].Location);
            Version++;
        }
    }

    private static string Given(string given, string known) => given.Length == 0 ? known : given;

    private void Append(MachineLocation location)
    {
        var index = _infos.Count;
        if (index == _texts.Length)
        {
            Array.Resize(ref _texts, index * 2);
        }

        states.Add();
        _infos.Add(new MachineInfo(index, location) { IsLaidOnly = _laidOnly.Contains(index) });
        Index(index, location);
    }

    private void Replace(int index, MachineLocation location)
    {
        if (location == _infos[index].Location)
        {
            return;
        }

        _infos[index] = _infos[index] with { Location = location };
        Index(index, location);
    }

    private void Index(int index, MachineLocation location)
    {
        var section = SectionOf(location.FloorSection);
        if (!_groups.TryGetValue((section, location.Denomination), out var group) && _groups.Count < MaximumGroups)
        {
            group = _groups.Count;
            _groups.Add((section, location.Denomination), group);
        }

        if (_bytes.Count > MaximumTexts)
        {
            _bytes.Clear();
        }

        _texts[index] = MachineTexts.Of(location, _bytes);
        ref var state = ref states[index];
        state.Section = section;
        state.PeerGroup = group;
        state.DenominationUnits = location.Denomination.Units;
        state.TheoreticalHold = location.TheoreticalHold ?? float.NaN;
        state.Dirty = true;
        Version++;
    }

    // Beyond the limit, the unnamed section takes the rest.
    private int SectionOf(string name)
    {
        if (_sections.TryGetValue(name, out var section))
        {
            return section;
        }

        if (_sectionNames.Count >= MaximumSections && name.Length > 0)
        {
            return SectionOf("");
        }

        _sections.Add(name, _sectionNames.Count);
        _sectionNames.Add(name);
        return _sectionNames.Count - 1;
    }
}
