namespace CasinoFloor.Eventhouse;

/// <summary>How rows are written.</summary>
public enum RowFormat
{
    /// <summary>JSON objects, one after the other or in arrays.</summary>
    Json,

    /// <summary>Texts separated by commas, with quotes as in RFC 4180.</summary>
    Csv,

    /// <summary>The same with tabs.</summary>
    Tsv,

    /// <summary>The same with bars.</summary>
    Psv,

    /// <summary>The same with semicolons.</summary>
    Scsv,
}
