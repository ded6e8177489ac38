using CasinoFloor.Engine.Floor;

namespace CasinoFloor.Web.Live;

/// <summary>Where a machine is drawn.</summary>
/// <param name="X">Centre, in the plan's unit (metres where the feed gives metres), from the left.</param>
/// <param name="Y">Centre, from the top.</param>
/// <param name="Angle">Turn of its square in degrees, clockwise, 0 to 90.</param>
/// <param name="Section">Index into the plan's sections.</param>
/// <param name="Bank">Index into the plan's banks; -1 for none.</param>
/// <param name="Placed">Whether the feed said where it stands; otherwise it was given a place beside the plan.</param>
public readonly record struct MachinePlace(double X, double Y, double Angle, int Section, int Bank, bool Placed);

/// <summary>
/// The drawn floor: machines with coordinates stand where the feed says, turned along their bank; the others are set up in
/// tidy islands by section beside the plan. The same machines give the same plan.
/// </summary>
public sealed class FloorPlan
{
    /// <summary>Name shown for machines that came without a section.</summary>
    public const string NoSection = "No section";

    // A slot machine's base is about 0.6 m wide; used while the machines' own spacing says nothing.
    private const double DefaultPitch = 0.9;

    private FloorPlan(MachinePlace[] places, string[] sections, string[] banks, double machineSize)
    {
        Places = places;
        Sections = sections;
        Banks = banks;
        MachineSize = machineSize;
    }

    /// <summary>By machine index.</summary>
    public IReadOnlyList<MachinePlace> Places { get; }

    /// <summary>Names of the sections, ordered.</summary>
    public IReadOnlyList<string> Sections { get; }

    /// <summary>Names of the banks, in order of appearance.</summary>
    public IReadOnlyList<string> Banks { get; }

    /// <summary>Edge of a machine's square in the plan's unit.</summary>
    public double MachineSize { get; }

    /// <summary>Arranges machines.</summary>
    public static FloorPlan Arrange(IReadOnlyList<MachineInfo> machines)
    {
        string[] sections = [.. machines.Select(SectionOf).Distinct().Order(StringComparer.OrdinalIgnoreCase)];
        var sectionIndex = sections.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i);
        var banks = new List<string>();
        var bankIndex = new Dictionary<(int Section, string Bank), int>();
        var places = new MachinePlace[machines.Count];
        foreach (var machine in machines)
        {
            var location = machine.Location;
            var section = sectionIndex[SectionOf(machine)];
            places[machine.Index] = location is { X: { } x, Y: { } y } && float.IsFinite(x) && float.IsFinite(y)
                ? new MachinePlace(x, y, 0, section, BankOf(section, location.Bank), Placed: true)
                : new MachinePlace(0, 0, 0, section, -1, Placed: false);
        }

        var byBank = places.Index()
            .Where(place => place.Item is { Placed: true, Bank: >= 0 })
            .GroupBy(place => place.Item.Bank, place => place.Index)
            .Select(bank => bank.ToArray())
            .ToList();
        foreach (var bank in byBank)
        {
            BankShape.Turn(places, bank);
        }

        var pitch = BankShape.Pitch(places, byBank) ?? DefaultPitch;
        FloorAnnex.Place(places, sections.Length, pitch, banks);
        return new FloorPlan(places, sections, [.. banks], pitch * 0.86);

        int BankOf(int section, string bank)
        {
            if (bank.Length == 0)
                return -1;

            if (!bankIndex.TryGetValue((section, bank), out var index))
            {
                bankIndex[(section, bank)] = index = banks.Count;
                banks.Add(bank);
            }

            return index;
        }
    }

    private static string SectionOf(MachineInfo machine) =>
        machine.Location.FloorSection is { Length: > 0 } name ? name : NoSection;
}
