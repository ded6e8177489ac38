using System.Text.Json;

namespace CasinoFloor.Web.Live;

/// <summary>
/// The layout as UTF-8 JSON, in columns; read in the browser by <c>wwwroot/js/floor/layout.js</c>.
/// <code>
/// {"version":1, "size":0.8, "scale":{"heatMax":1.25,...},
///  "background":{"file":"6f1e….png","x":0,"y":0,"width":80} or null, a file of GET /layout/images,
///  "sections":["High Limit","Main"], "banks":["HL-01",...],
///  "machines":{"id":["S-0001",...], "section":[0,...], "bank":[0,-1,...], "x":[1.5,...], "y":[2,...], "angle":[0,45,...], "placed":[1,0,...]}}
/// </code>
/// </summary>
internal static class LayoutMessage
{
    public static byte[] Encode(FloorLayout layout)
    {
        var plan = layout.Plan;
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                Version = layout.DrawnVersion,
                Size = Math.Round(plan.MachineSize, 3),
                Scale = new
                {
                    FloorScale.HeatMax,
                    FloorScale.HeatCodes,
                    FloorScale.CoinInMax,
                    FloorScale.CoinInCodes,
                    FloorScale.HoldMax,
                    FloorScale.HoldCodes,
                    FloorScale.HoldUnknown,
                    FloorScale.WinMax,
                    FloorScale.WinCodes,
                },
                layout.Background,
                plan.Sections,
                plan.Banks,
                Machines = new
                {
                    Id = layout.Machines.Select(machine => machine.Id),
                    Section = plan.Places.Select(place => place.Section),
                    Bank = plan.Places.Select(place => place.Bank),
                    X = plan.Places.Select(place => Math.Round(place.X, 2)),
                    Y = plan.Places.Select(place => Math.Round(place.Y, 2)),
                    Angle = plan.Places.Select(place => Math.Round(place.Angle, 1)),
                    Placed = plan.Places.Select(place => place.Placed ? 1 : 0),
                },
            },
            JsonSerializerOptions.Web);
    }
}
