namespace CasinoFloor.Eventhouse.Rows;

/// <summary>Gives the values of stored rows: of a chunk of column vectors, or of an answer over the network. Rows and columns count from 0.</summary>
internal interface IRowReader
{
    /// <summary>Whether a value is null.</summary>
    bool IsNull(int column, int row);

    /// <summary>A text; valid until the next row or chunk; empty where it is null.</summary>
    ReadOnlySpan<byte> Text(int column, int row);

    /// <summary>A text as a string.</summary>
    string String(int column, int row);

    /// <summary>A number; NaN where it is null.</summary>
    double Real(int column, int row);

    /// <summary>A 64-bit integer, a stored moment, or a decimal of scale 4 in units of its last digit; not null.</summary>
    long Long(int column, int row);

    /// <summary>A 32-bit integer; not null.</summary>
    int Int(int column, int row);

    /// <summary>A truth value; not null.</summary>
    bool Bool(int column, int row);

    /// <summary>A decimal in billionths; not null.</summary>
    Int128 Decimal(int column, int row);
}
