using System.Globalization;
using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Syntax;
using CasinoFloor.Kql.Translation;

namespace CasinoFloor.Kql.Functions;

/// <content>Conversions between units, which are constants: <c>convert_length(1.2, 'Meter', 'Foot')</c>.</content>
internal static partial class ScalarCatalog
{
    private static void AddUnits(Action<ScalarFunction> add)
    {
        foreach (var kind in UnitConversions.Kinds)
        {
            add(Native("convert_" + kind, "nss", KqlType.Real, (e, c) => ConvertUnit(e, c, kind)));
        }
    }

    private static string ConvertUnit(Emitter e, BoundCall call, string kind)
    {
        if (!TryUnit(call.Arguments[1], kind, out var from, out var fromZero) || !TryUnit(call.Arguments[2], kind, out var to, out var toZero))
        {
            return "CAST(NULL AS DOUBLE)";
        }

        var value = Real(e, call.Arguments[0]);
        if (kind == "length" || fromZero == toZero)
        {
            return $"({value} * {Number(from)} / {Number(to)})";
        }

        return $"(({value} * {Number(from)} + {Number(fromZero)} - {Number(toZero)}) / {Number(to)})";
    }

    /// <summary>A unit that does not exist makes the result null; one whose size is not certain is refused.</summary>
    private static bool TryUnit(Bound argument, string kind, out double scale, out double zero)
    {
        if (argument is not BoundLiteral { Value: string name })
        {
            throw KqlFailure.Unsupported("a unit that is not a constant", argument.Span);
        }

        if (!UnitConversions.TryFind(kind, name, out scale, out zero))
        {
            return false;
        }

        return scale != 0 ? true : throw KqlFailure.Unsupported($"unit {name}", argument.Span);
    }

    private static string Number(double value) => $"CAST({value.ToString("R", CultureInfo.InvariantCulture)} AS DOUBLE)";
}
