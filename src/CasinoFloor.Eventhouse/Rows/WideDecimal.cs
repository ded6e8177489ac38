namespace CasinoFloor.Eventhouse.Rows;

/// <summary>Conversions between decimals and <c>DECIMAL(38,9)</c>, stored as a 128-bit count of billionths.</summary>
internal static class WideDecimal
{
    private const int Scale = 9;

    /// <summary>Billionths of a value; digits past the ninth are rounded half to even.</summary>
    public static Int128 ToUnits(decimal value)
    {
        var rounded = decimal.Round(value, Scale, MidpointRounding.ToEven);
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(rounded, bits);
        var mantissa = (Int128)new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        for (var digit = rounded.Scale; digit < Scale; digit++)
        {
            mantissa *= 10;
        }

        return decimal.IsNegative(rounded) ? -mantissa : mantissa;
    }

    /// <summary>The value of a count of billionths.</summary>
    public static decimal FromUnits(Int128 units)
    {
        var whole = units / 1_000_000_000;
        return (decimal)whole + ((decimal)(units % 1_000_000_000) / 1_000_000_000m);
    }
}
