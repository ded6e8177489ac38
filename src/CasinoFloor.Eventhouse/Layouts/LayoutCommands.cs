using System.Globalization;
using System.Text;
using System.Text.Json;
using CasinoFloor.Engine.Layouts;

namespace CasinoFloor.Eventhouse.Layouts;

/// <summary>Commands that add a saved layout, the same for every Eventhouse.</summary>
internal static class LayoutCommands
{
    // A command has a bounded length.
    private const int RowsOfCommand = 5000;

    /// <summary>
    /// The commands in order. The version comes last: a layout of which that row is missing is none, so an attempt that breaks off leaves nothing behind that counts.
    /// </summary>
    public static IEnumerable<string> Add(SavedLayout layout) =>
        layout.Places.Chunk(RowsOfCommand).Select(chunk => Places(layout.Version.Id, chunk)).Append(Version(layout.Version));

    // As rows and not as a datatable: a query of ten thousand literals takes seconds to be understood.
    private static string Places(string id, IEnumerable<LayoutPlace> places)
    {
        var rows = places.Select(place =>
            $"{Field(id)},{Field(place.MachineId)},{Field(place.FloorSection)},{Field(place.Bank)},{Digits(place.At?.X)},{Digits(place.At?.Y)}");
        return new StringBuilder(".ingest inline into table layout_places <|\n").AppendJoin('\n', rows).ToString();
    }

    private static string Version(LayoutVersion version)
    {
        var number = version.Number.ToString(CultureInfo.InvariantCulture);
        var row = $"{Text(version.Id)},long({number}),{Time(version.EffectiveAt)},{Time(version.SavedAt)},{Text(version.Name)},{Text(version.SavedBy)},{Text(version.Comment)},"
            + $"{Text(version.Background?.File ?? "")},{Number(version.Background?.X)},{Number(version.Background?.Y)},{Number(version.Background?.Width)}";
        return ".append layout_versions <| datatable(layout_id:string, version:long, effective_at:datetime, saved_at:datetime, name:string, saved_by:string, comment:string, "
            + $"background_file:string, background_x:real, background_y:real, background_width:real) [\n{row}\n]";
    }

    private static string Field(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Digits(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    // A literal of the language escapes as JSON does.
    private static string Text(string text) => JsonSerializer.Serialize(text);

    private static string Number(double? value) => value is { } number && double.IsFinite(number) ? $"real({number.ToString("R", CultureInfo.InvariantCulture)})" : "real(null)";

    private static string Time(DateTime utc) => $"datetime({utc.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture)})";
}
