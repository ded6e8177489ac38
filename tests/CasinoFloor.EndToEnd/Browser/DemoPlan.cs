using CasinoFloor.Engine.Events;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>A property's floor plan: seven sections, banks back to back, carousels, a slanted bar row.</summary>
internal static class DemoPlan
{
    private static readonly string[] Themes = ["Golden Harbor", "Lucky Comet", "Canyon Wolf", "Jade Lantern", "Star Rodeo", "Velvet Sevens"];
    private static readonly decimal[] Denominations = [0.01m, 0.01m, 0.05m, 0.25m, 1m];

    public static IEnumerable<MachineLocation> Machines(int copies, bool placed)
    {
        for (var copy = 0; copy < copies; copy++)
        {
            foreach (var machine in Floor(copy == 0 ? "" : $" {copy + 1}", copy % 4 * 92f, copy / 4 * 62f))
            {
                yield return placed ? machine : machine with { X = null, Y = null, Bank = "" };
            }
        }
    }

    private static IEnumerable<MachineLocation> Floor(string suffix, float dx, float dy) =>
    [
        .. Section("Main Casino", "MC", suffix, dx + 2, dy + 4, 6, 7, 12),
        .. Section("North Promenade", "NP", suffix, dx + 54, dy + 4, 4, 4, 12),
        .. Carousels("Carousel Court", "CC", suffix, dx + 54, dy + 25),
        .. Section("High Limit", "HL", suffix, dx + 2, dy + 37, 3, 4, 8, 5m),
        .. Section("Garden", "GD", suffix, dx + 23, dy + 37, 3, 4, 12),
        .. Bar("Center Bar", "CB", suffix, dx + 50, dy + 41.5f),
        .. Section("Smoking Lounge", "SL", suffix, dx + 68, dy + 41.5f, 2, 3, 12),
    ];

    private static IEnumerable<MachineLocation> Section(
        string name, string code, string suffix, float left, float top, int columns, int rows, int perBank, decimal? denomination = null)
    {
        var bankWidth = (perBank / 2 * 0.95f) + 2.2f;
        for (var bank = 0; bank < columns * rows; bank++)
        {
            var x = left + (bank % columns * bankWidth);
            var y = top + (bank / columns * 4.4f);
            for (var seat = 0; seat < perBank; seat++)
            {
                yield return Machine(
                    name, code, suffix, bank, seat, perBank, x + (seat % (perBank / 2) * 0.95f), y + (seat / (perBank / 2) * 1.0f), denomination);
            }
        }
    }

    private static IEnumerable<MachineLocation> Carousels(string name, string code, string suffix, float left, float top)
    {
        for (var bank = 0; bank < 10; bank++)
        {
            for (var seat = 0; seat < 8; seat++)
            {
                var angle = seat * Math.PI / 4;
                yield return Machine(
                    name, code, suffix, bank, seat, 8,
                    left + 1.5f + (bank % 5 * 6f) + (float)(1.5 * Math.Cos(angle)),
                    top + 1.5f + (bank / 5 * 6f) + (float)(1.5 * Math.Sin(angle)),
                    null);
            }
        }
    }

    private static IEnumerable<MachineLocation> Bar(string name, string code, string suffix, float left, float top)
    {
        for (var bank = 0; bank < 4; bank++)
        {
            for (var seat = 0; seat < 9; seat++)
            {
                yield return Machine(
                    name, code, suffix, bank, seat, 9, left + (seat * 0.85f) + (bank * 0.4f), top + (seat * 0.35f) + (bank * 2.4f), 0.25m);
            }
        }
    }

    private static MachineLocation Machine(
        string section, string code, string suffix, int bank, int seat, int perBank, float x, float y, decimal? denomination)
    {
        var number = (bank * perBank) + seat;
        return new MachineLocation
        {
            MachineId = $"{code}{suffix.Trim()}-{number + 1:0000}",
            FloorSection = section + suffix,
            Bank = $"{code}-{bank + 1:00}",
            X = x,
            Y = y,
            Denomination = Money.FromDecimal(denomination ?? Denominations[number % Denominations.Length]),
            MachineType = "Video reel",
            GameTheme = Themes[(number / 3) % Themes.Length],
            TheoreticalHold = 0.08f,
        };
    }
}
