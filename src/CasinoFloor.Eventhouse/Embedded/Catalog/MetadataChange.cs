namespace CasinoFloor.Eventhouse.Embedded.Catalog;

/// <summary>A change that a command wants, or why it is refused.</summary>
/// <param name="Metadata">What is to be; null when refused.</param>
internal sealed record MetadataChange(DatabaseMetadata? Metadata)
{
    /// <summary>Statements of ours that run before the metadata is stored.</summary>
    public IReadOnlyList<string> Sql { get; init; } = [];

    /// <summary>Why it is refused; null when it is not.</summary>
    public string? Error { get; init; }

    /// <summary>A refusal.</summary>
    public static MetadataChange Refused(string error) => new((DatabaseMetadata?)null) { Error = error };
}
