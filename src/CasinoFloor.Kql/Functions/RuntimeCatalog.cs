using System.Globalization;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Functions;

/// <summary>A function that DuckDB calls back for each row. Arguments and results are text; null is null.</summary>
internal delegate string? RuntimeFunction(string?[] arguments);

/// <summary>
/// What SQL cannot say, or cannot say right: conversions, JSON, series, formats. Datetimes and timespans come and go as ticks, JSON as
/// JSON text. A function answers null for values it can make nothing of; it does not throw.
/// </summary>
internal static partial class RuntimeCatalog
{
    private static readonly Dictionary<string, RuntimeFunction> ByName = Create();

    public static RuntimeFunction Find(string name) => ByName[name];

    private static Dictionary<string, RuntimeFunction> Create()
    {
        var all = new Dictionary<string, RuntimeFunction>(StringComparer.Ordinal);
        void Add(string name, RuntimeFunction function) => all.Add(name, function);
        AddConversions(Add);
        AddNumbers(Add);
        AddText(Add);
        AddPatterns(Add);
        AddEncodings(Add);
        AddDateTimes(Add);
        AddFormats(Add);
        AddBags(Add);
        AddArrays(Add);
        AddSets(Add);
        AddSketches(Add);
        AddCollections(Add);
        AddSeries(Add);
        AddSeriesFills(Add);
        AddSeriesModels(Add);
        AddNetwork(Add);
        AddAddresses(Add);
        AddGeography(Add);
        AddWindows(Add);
        return all;
    }

    private static long? Long(string? text) =>
        text is not null && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static double? Real(string? text) => text is not null && Literals.TryReal(text, out var value) ? value : null;

    private static string? Text(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(double? value) => value switch
    {
        null => null,
        double.NaN => "nan",
        double.PositiveInfinity => "inf",
        double.NegativeInfinity => "-inf",
        _ => value.Value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static string Text(bool value) => value ? "true" : "false";

    private static string? At(string?[] arguments, int index) => index < arguments.Length ? arguments[index] : null;
}
