using CasinoFloor.Engine.Events;

namespace CasinoFloor.Eventhouse.Rows;

/// <summary>Amounts read back from <c>real</c> columns.</summary>
internal static class StoredMoney
{
    /// <summary>The amount whose nearest double was stored: exact up to 900 billion; zero for unknown.</summary>
    public static Money FromReal(double value) =>
        double.IsNaN(value) ? Money.Zero : new Money((long)Math.Round(value * Money.Scale, MidpointRounding.ToEven));

    /// <summary>As <see cref="FromReal"/>; null for unknown.</summary>
    public static Money? FromRealOrNull(double value) => double.IsNaN(value) ? null : FromReal(value);
}
