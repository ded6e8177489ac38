using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Kql;

namespace CasinoFloor.Web.Components.Results;

/// <summary>What came back of a question.</summary>
/// <param name="Result">The answer; null where the Eventhouse could not be asked.</param>
/// <param name="Problem">Why there is no answer, as a sentence; empty where there is one.</param>
/// <param name="Took">How long it took.</param>
/// <param name="AskedAt">When it was asked, UTC wall clock.</param>
public sealed record Answer(KqlResult? Result, string Problem, TimeSpan Took, DateTime AskedAt)
{
    /// <summary>Whether the asker stopped it.</summary>
    public bool IsCancelled => Result?.Error?.Code == KqlErrorCodes.Cancelled;

    /// <summary>Columns of the table that are amounts of money, as the question says.</summary>
    public IReadOnlyCollection<string> Money { get; init; } = [];

    /// <summary>The table; null where there is none.</summary>
    public KqlResultTable? Table => Problem.Length == 0 ? Result?.Table : null;

    /// <summary>Asks a question of the files.</summary>
    /// <exception cref="ArgumentException">There is no question of that name.</exception>
    public static async Task<Answer> AskAsync(
        IHistory history, string question, IReadOnlyDictionary<string, object?> parameters, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(history);
        var answer = await OfAsync(() => history.AskAsync(question, parameters, cancellationToken), time);
        return answer with { Money = history.Questions.Find(question)?.Money ?? [] };
    }

    /// <summary>Takes the time of a question, and makes what can go wrong with it a sentence.</summary>
    public static async Task<Answer> OfAsync(Func<Task<KqlResult>> ask, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(time);
        var (askedAt, start) = (time.GetUtcNow().UtcDateTime, time.GetTimestamp());
        try
        {
            var result = await ask();
            return new Answer(result, result.Error?.Message ?? "", time.GetElapsedTime(start), askedAt);
        }
        catch (EventhouseException exception)
        {
            return new Answer(null, exception.Message, time.GetElapsedTime(start), askedAt);
        }
    }
}
