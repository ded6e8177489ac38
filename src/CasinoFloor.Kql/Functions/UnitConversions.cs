using System.Diagnostics.CodeAnalysis;

namespace CasinoFloor.Kql.Functions;

/// <summary>
/// Units of the <c>convert_...()</c> functions, each as its size in the unit of its kind. Units whose size the sources do not agree on
/// (a mile of 1609.34 or 1609.344 m, a US gallon to six digits) are known but have no size: a conversion with them is refused.
/// </summary>
internal static class UnitConversions
{
    private const double Radian = 180 / Math.PI;

    private static readonly Dictionary<string, double> Angle = Table("""
        Arcminute 0.016666666666666666 Arcsecond 0.0002777777777777778 Degree 1 Gradian 0.9 Microdegree 1e-6 Millidegree 1e-3 Nanodegree 1e-9
        NatoMil 0.05625 Revolution 360 Tilt 0
        """, ("Centiradian", Radian / 100), ("Deciradian", Radian / 10), ("Microradian", Radian / 1e6), ("Milliradian", Radian / 1e3), ("Nanoradian", Radian / 1e9), ("Radian", Radian));

    private static readonly Dictionary<string, double> Energy = Table("""
        BritishThermalUnit 1055.05585262 Calorie 4.184 DecathermEc 1055055852.62 DecathermImperial 1055055852.57348 DecathermUs 1054804000 ElectronVolt 0 Erg 1e-7
        FootPound 1.3558179483314004 GigabritishThermalUnit 1055055852620 GigaelectronVolt 0 Gigajoule 1e9 GigawattDay 8.64e13 GigawattHour 3.6e12
        HorsepowerHour 2684519.5376862 Joule 1 KilobritishThermalUnit 1055055.85262 Kilocalorie 4184 KiloelectronVolt 0 Kilojoule 1000 KilowattDay 8.64e7
        KilowattHour 3.6e6 MegabritishThermalUnit 1055055852.62 Megacalorie 4.184e6 MegaelectronVolt 0 Megajoule 1e6 MegawattDay 8.64e10 MegawattHour 3.6e9
        Millijoule 1e-3 TeraelectronVolt 0 TerawattDay 8.64e16 TerawattHour 3.6e15 ThermEc 105505585.262 ThermImperial 105505585.257348 ThermUs 105480400
        WattDay 86400 WattHour 3600
        """);

    private static readonly Dictionary<string, double> Force = Table("""
        Decanewton 10 Dyn 1e-5 KilogramForce 9.80665 Kilonewton 1000 KiloPond 9.80665 KilopoundForce 4448.2216152605 Meganewton 1e6 Micronewton 1e-6
        Millinewton 1e-3 Newton 1 OunceForce 0.2780138509537812 Poundal 0 PoundForce 4.4482216152605 ShortTonForce 8896.443230521 TonneForce 9806.65
        """);

    private static readonly Dictionary<string, double> Length = Table("""
        Angstrom 1e-10 AstronomicalUnit 149597870700 Centimeter 0.01 Chain 20.1168 DataMile 1828.8 Decameter 10 Decimeter 0.1 DtpPica 0.004233333333333333
        DtpPoint 0.0003527777777777778 Fathom 1.8288 Foot 0.3048 Hand 0.1016 Hectometer 100 Inch 0.0254 KilolightYear 9460730472580800000 Kilometer 1000
        Kiloparsec 3.0856775814913674e19 LightYear 9460730472580800 MegalightYear 9.4607304725808e21 Megaparsec 3.0856775814913674e22 Meter 1 Microinch 2.54e-8
        Micrometer 1e-6 Mil 2.54e-5 Mile 0 Millimeter 1e-3 Nanometer 1e-9 NauticalMile 1852 Parsec 30856775814913674 PrinterPica 0 PrinterPoint 0 Shackle 27.432
        SolarRadius 0 Twip 1.763888888888889e-5 UsSurveyFoot 0.3048006096012192 Yard 0.9144
        """);

    private static readonly Dictionary<string, double> Mass = Table("""
        Centigram 1e-5 Decagram 0.01 Decigram 1e-4 EarthMass 0 Grain 6.479891e-5 Gram 1e-3 Hectogram 0.1 Kilogram 1 Kilopound 453.59237 Kilotonne 1e6
        LongHundredweight 50.80234544 LongTon 1016.0469088 Megapound 453592.37 Megatonne 1e9 Microgram 1e-9 Milligram 1e-6 Nanogram 1e-12 Ounce 0
        Pound 0.45359237 ShortHundredweight 45.359237 ShortTon 907.18474 Slug 0 SolarMass 0 Stone 6.35029318 Tonne 1000
        """);

    private static readonly Dictionary<string, double> Speed = Speeds();

    private static readonly Dictionary<string, double> Volume = Table("""
        AcreFoot 1233.4806109084092 AuTablespoon 0 BoardFoot 0 Centiliter 1e-5 CubicCentimeter 1e-6 CubicDecimeter 1e-3 CubicFoot 0 CubicHectometer 1e6 CubicInch 0
        CubicKilometer 1e9 CubicMeter 1 CubicMicrometer 1e-18 CubicMile 0 CubicMillimeter 1e-9 CubicYard 0 Decaliter 0.01 DecausGallon 0 Deciliter 1e-4
        DeciusGallon 0 HectocubicFoot 0 HectocubicMeter 100 Hectoliter 0.1 HectousGallon 0 ImperialBeerBarrel 0 ImperialGallon 0 ImperialOunce 0 ImperialPint 0
        KilocubicFoot 0 KilocubicMeter 1000 KiloimperialGallon 0 Kiloliter 1 KilousGallon 0 Liter 1e-3 MegacubicFoot 0 MegaimperialGallon 0 Megaliter 1000
        MegausGallon 0 MetricCup 0.00025 MetricTeaspoon 5e-6 Microliter 1e-9 Milliliter 1e-6 OilBarrel 0 UkTablespoon 0 UsBeerBarrel 0 UsCustomaryCup 0 UsGallon 0
        UsLegalCup 0 UsOunce 0 UsPint 0 UsQuart 0 UsTablespoon 0 UsTeaspoon 0
        """);

    private static readonly Dictionary<string, (double Scale, double Zero)> Temperature = new(StringComparer.Ordinal)
    {
        // Kelvin = value * scale + zero.
        ["DegreeCelsius"] = (1, 273.15),
        ["DegreeDelisle"] = (-2.0 / 3, 373.15),
        ["DegreeFahrenheit"] = (5.0 / 9, 459.67 * 5 / 9),
        ["DegreeNewton"] = (100.0 / 33, 273.15),
        ["DegreeRankine"] = (5.0 / 9, 0),
        ["DegreeReaumur"] = (1.25, 273.15),
        ["DegreeRoemer"] = (40.0 / 21, 273.15 - (7.5 * 40 / 21)),
        ["Kelvin"] = (1, 0),
        ["MillidegreeCelsius"] = (1e-3, 273.15),
        ["SolarTemperature"] = (0, 0),
    };

    /// <summary>The kinds of quantity; the function of each is <c>convert_</c> and its name.</summary>
    public static IEnumerable<string> Kinds => ["angle", "energy", "force", "length", "mass", "speed", "temperature", "volume"];

    /// <summary>Finds a unit.</summary>
    /// <returns>Whether there is such a unit; its scale is 0 when its size is not certain.</returns>
    public static bool TryFind(string kind, string name, out double scale, out double zero)
    {
        zero = 0;
        if (kind == "temperature")
        {
            var found = Temperature.TryGetValue(name, out var temperature);
            (scale, zero) = temperature;
            return found;
        }

        return Of(kind).TryGetValue(name, out scale);
    }

    [SuppressMessage("Style", "IDE0072", Justification = "The kinds are those of Kinds.")]
    private static Dictionary<string, double> Of(string kind) => kind switch
    {
        "angle" => Angle,
        "energy" => Energy,
        "force" => Force,
        "length" => Length,
        "mass" => Mass,
        "speed" => Speed,
        _ => Volume,
    };

    private static Dictionary<string, double> Table(string text, params ReadOnlySpan<(string Name, double Size)> more)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var table = words.Chunk(2).ToDictionary(p => p[0], p => double.Parse(p[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
        foreach (var (name, size) in more)
        {
            table.Add(name, size);
        }

        return table;
    }

    private static Dictionary<string, double> Speeds()
    {
        var table = new Dictionary<string, double>(StringComparer.Ordinal) { ["Knot"] = 0, ["MilePerHour"] = 0.44704 };
        foreach (var length in new[] { "Centimeter", "Decimeter", "Foot", "Inch", "Kilometer", "Meter", "Micrometer", "Millimeter", "Nanometer", "UsSurveyFoot", "Yard" })
        {
            if (length is not ("Decimeter" or "Micrometer" or "Nanometer"))
            {
                table.Add(length + "PerHour", Length[length] / 3600);
            }

            table.Add(length + "PerMinute", Length[length] / 60);
            table.Add(length + "PerSecond", Length[length]);
        }

        return table;
    }
}
