using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;

namespace CasinoFloor.Tests.Web.Live;

/// <summary>A floor whose machines the test sets.</summary>
internal sealed class FakeFloor : IFloorState
{
    private readonly List<MachineInfo> _infos = [];
    private MachineView[] _views = [];

    private readonly Func<int, string> _sectionOf;

    public FakeFloor(int machines, Func<int, string>? sectionOf = null)
    {
        _sectionOf = sectionOf ?? (_ => "Main");
        Grow(machines);
    }

    public int LayoutVersion { get; private set; }

    public IReadOnlyList<MachineInfo> Infos => _infos;

    public ReadOnlySpan<MachineView> Views => _views;

    public FloorSummary Summary { get; set; } = Summaries.Of(new DateTime(2026, 3, 1, 20, 0, 0, DateTimeKind.Utc));

    public int DetailsAsked { get; private set; }

    public MachineView this[int machine]
    {
        get => _views[machine];
        set => _views[machine] = value;
    }

    public void Grow(int machines)
    {
        while (_infos.Count < machines)
        {
            _infos.Add(new MachineInfo(_infos.Count, new MachineLocation { MachineId = $"M-{_infos.Count:0000}", FloorSection = _sectionOf(_infos.Count) }));
        }

        Array.Resize(ref _views, machines);
        LayoutVersion++;
    }

    /// <summary>Something is learned of a machine that no map shows.</summary>
    public void Learn(int machine, string theme)
    {
        _infos[machine] = _infos[machine] with { Location = _infos[machine].Location with { GameTheme = theme } };
        LayoutVersion++;
    }

    public void Heat(int machine, float heat) => _views[machine] = _views[machine] with { Status = MachineStatus.InService, Heat = heat };

    public MachineDetail? Detail(int index)
    {
        DetailsAsked++;
        return index >= 0 && index < _infos.Count
            ? new MachineDetail { Info = _infos[index], View = _views[index], AsOf = Summary.AsOf }
            : null;
    }
}
