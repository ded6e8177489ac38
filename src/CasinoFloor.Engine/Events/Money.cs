using System.Globalization;

namespace CasinoFloor.Engine.Events;

/// <summary>
/// An exact amount of money: a whole number of ten-thousandths of the currency unit, so that sums and
/// thresholds (1,199.99 against 1,200) are exact. Range: about ±922 trillion.
/// </summary>
/// <param name="Units">Ten-thousandths of the currency unit.</param>
public readonly record struct Money(long Units) : IComparable<Money>
{
    /// <summary>How many <see cref="Units"/> make one unit of currency.</summary>
    public const long Scale = 10_000;

    /// <summary>No money.</summary>
    public static Money Zero => default;

    /// <summary>An amount from a decimal; digits past the fourth are rounded half to even.</summary>
    /// <exception cref="OverflowException">The amount is out of range.</exception>
    public static Money FromDecimal(decimal amount) =>
        new((long)decimal.Round(amount * Scale, 0, MidpointRounding.ToEven));

    /// <summary>The exact amount.</summary>
    public decimal ToDecimal() => (decimal)Units / Scale;

    /// <summary>The amount as the nearest floating-point number: for the Eventhouse's <c>real</c> columns and for charts.</summary>
    public double ToDouble() => (double)Units / Scale;

    /// <inheritdoc />
    public int CompareTo(Money other) => Units.CompareTo(other.Units);

    /// <summary>The exact amount with at least two and at most four decimals, invariant culture: <c>1199.99</c>, <c>0.0125</c>.</summary>
    public override string ToString() => ToDecimal().ToString("0.00##", CultureInfo.InvariantCulture);

    /// <summary>Sum.</summary>
    public static Money operator +(Money left, Money right) => new(left.Units + right.Units);

    /// <summary>Difference.</summary>
    public static Money operator -(Money left, Money right) => new(left.Units - right.Units);

    /// <summary>Compares amounts.</summary>
    public static bool operator <(Money left, Money right) => left.Units < right.Units;

    /// <summary>Compares amounts.</summary>
    public static bool operator >(Money left, Money right) => left.Units > right.Units;

    /// <summary>Compares amounts.</summary>
    public static bool operator <=(Money left, Money right) => left.Units <= right.Units;

    /// <summary>Compares amounts.</summary>
    public static bool operator >=(Money left, Money right) => left.Units >= right.Units;
}
