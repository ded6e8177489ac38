namespace CasinoFloor.Kql;

/// <summary>A query with its parameters and limits.</summary>
/// <param name="Text">The text in the language.</param>
public sealed record KqlQuery(string Text)
{
    /// <summary>
    /// Values for names the query declares with <c>declare query_parameters</c>. A value is a .NET value of the declared
    /// type, or text: for a string parameter the text itself, for other types a literal such as <c>datetime(2024-01-01)</c>.
    /// </summary>
    public IReadOnlyDictionary<string, object?> Parameters { get; init; } = new Dictionary<string, object?>();

    /// <summary>What <c>now()</c> answers; null for the engine's clock. UTC.</summary>
    public DateTime? Now { get; init; }

    /// <summary>How long the query may run; four minutes by default, as in Kusto.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>How many rows a result may have; 500,000 by default, as in Kusto.</summary>
    public int MaxRows { get; init; } = 500_000;

    /// <summary>The rows after which each result ends, without an error; it says so (<see cref="KqlResultTable.IsCut"/>). Null takes all there are.</summary>
    public int? TakeRows { get; init; }

    /// <summary>How many bytes a result may have, estimated; 64 MB by default, as in Kusto.</summary>
    public long MaxBytes { get; init; } = 64L * 1024 * 1024;
}
