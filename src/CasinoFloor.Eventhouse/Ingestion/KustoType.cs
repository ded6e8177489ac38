namespace CasinoFloor.Eventhouse.Ingestion;

/// <summary>Scalar types of a Kusto column that our tables use.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1720", Justification = "These are Kusto's own names.")]
public enum KustoType : byte
{
    /// <summary>Text; never null: a missing text is the empty one.</summary>
    String,

    /// <summary>64-bit floating point; null is unknown.</summary>
    Real,

    /// <summary>Exact decimal; null is unknown.</summary>
    Decimal,

    /// <summary>64-bit integer.</summary>
    Long,

    /// <summary>32-bit integer; null is unknown.</summary>
    Int,

    /// <summary>True or false; null is unknown.</summary>
    Bool,

    /// <summary>A moment in UTC.</summary>
    DateTime,
}
