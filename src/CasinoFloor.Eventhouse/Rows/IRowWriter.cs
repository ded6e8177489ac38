using CasinoFloor.Engine.Events;

namespace CasinoFloor.Eventhouse.Rows;

/// <summary>Takes one row, column after column in the table's order: into column vectors, or into JSON that is sent away.</summary>
internal interface IRowWriter
{
    /// <summary>A text of a batch; bytes that are no UTF-8 become replacement characters.</summary>
    void Text(PinnedBatch batch, TextSlice slice);

    /// <summary>A string.</summary>
    void Text(string text);

    /// <summary>UTF-8 of any life time.</summary>
    void Text(scoped ReadOnlySpan<byte> text);

    /// <summary>UTF-8 that never moves: constants and pinned tables.</summary>
    void FixedText(scoped ReadOnlySpan<byte> text);

    /// <summary>A number; NaN is unknown.</summary>
    void Real(double value);

    /// <summary>An amount.</summary>
    void Real(Money value);

    /// <summary>An amount; null is unknown.</summary>
    void Real(Money? value);

    /// <summary>An amount, or null where the row's kind has none.</summary>
    void RealIf(bool given, Money value);

    /// <summary>A decimal of scale 4, as money is counted.</summary>
    void Decimal(Money value);

    /// <summary>A decimal in billionths.</summary>
    void Decimal(Int128 units);

    /// <summary>A 64-bit integer.</summary>
    void Long(long value);

    /// <summary>A 32-bit integer; null is unknown.</summary>
    void Int(int? value);

    /// <summary>True, false or null.</summary>
    void Bool(bool? value);

    /// <summary>A moment in UTC ticks.</summary>
    void Time(long ticks);
}
