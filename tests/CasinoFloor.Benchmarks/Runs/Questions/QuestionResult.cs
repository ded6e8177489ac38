namespace CasinoFloor.Benchmarks.Runs.Questions;

/// <summary>A row of the table that a run prints; milliseconds.</summary>
/// <param name="Name">The question.</param>
/// <param name="Rows">Rows of the answer.</param>
/// <param name="Asked">From the text to the answer's rows.</param>
/// <param name="Translated">From the text to the statement.</param>
/// <param name="Sql">The hand-written SQL; null where there is none.</param>
/// <param name="Problem">What is wrong with the answer; null when nothing is.</param>
internal sealed record QuestionResult(string Name, int Rows, Samples Asked, Samples Translated, Samples? Sql, string? Problem)
{
    private const double MostMilliseconds = 200;
    private const double MostTranslation = 2;
    private const double MostRatio = 1.3;

    /// <summary>How many times as long as the hand-written SQL.</summary>
    public double Ratio => Sql is null ? double.NaN : Asked.Median / Sql.Median;

    /// <summary>The bars that are missed, in words; empty when all hold.</summary>
    public string Missed => string.Join(", ", ((string?[])
    [
        Asked.Median >= MostMilliseconds ? "slow" : null,
        Translated.Median >= MostTranslation ? "translation" : null,
        Ratio > MostRatio ? "ratio" : null,
        Problem,
    ]).OfType<string>());
}
