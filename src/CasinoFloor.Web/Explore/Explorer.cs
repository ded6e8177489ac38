using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Kql;
using CasinoFloor.Kql.Editing;

namespace CasinoFloor.Web.Explore;

/// <summary>Asks the Eventhouse in a user's own words: reads only, within the limits of the settings.</summary>
/// <param name="history">What is asked.</param>
/// <param name="options">The limits.</param>
/// <param name="time">Measures how long an answer takes.</param>
public sealed class Explorer(IHistory history, ExploreOptions options, TimeProvider time)
{
    private KqlLanguageService? _language;

    /// <summary>The limits.</summary>
    public ExploreOptions Options => options;

    /// <summary>The questions that can be opened as examples: those that no role restricts.</summary>
    public IEnumerable<Question> Questions => history.Questions.All.Where(question => question.Roles.Count == 0);

    /// <summary>What the editor asks about text, by the tables as they are now.</summary>
    public KqlLanguageService Language
    {
        get
        {
            var catalog = history.Catalog;
            return _language is { } known && ReferenceEquals(known.Catalog, catalog) ? known : _language = new KqlLanguageService(catalog, time);
        }
    }

    /// <summary>The parameters that a query declares; none while it is not sound.</summary>
    public IReadOnlyList<KqlParameter> Parameters(string text) =>
        text.Contains("query_parameters", StringComparison.Ordinal) ? history.Analyze(new KqlQuery(text)).Parameters : [];

    /// <summary>Runs a query; of a table with more rows than the limit come the first, and it says so. Whatever goes wrong is in <see cref="KqlResult.Error"/>.</summary>
    /// <param name="text">The query.</param>
    /// <param name="parameters">Values of its parameters, as they are typed; empty text leaves the default.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<ExploreAnswer> AskAsync(string text, IReadOnlyDictionary<string, string> parameters, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (text.TrimStart().StartsWith('.'))
        {
            return Refused(KqlErrorCodes.Unsupported, "Commands that begin with a dot are not run here: this page only reads.", 1);
        }

        var query = new KqlQuery(text)
        {
            Parameters = parameters.Where(parameter => parameter.Value.Length > 0).ToDictionary(parameter => parameter.Key, object? (parameter) => parameter.Value),
            Timeout = options.Timeout,
            TakeRows = options.MaxRows,
            MaxRows = options.MaxRows,
            MaxBytes = options.MaxBytes,
        };
        var start = time.GetTimestamp();
        try
        {
            return new ExploreAnswer(await history.QueryAsync(query, cancellation), time.GetElapsedTime(start));
        }
        catch (EventhouseException failure)
        {
            return Refused(KqlErrorCodes.Execution, failure.Message, 0) with { Took = time.GetElapsedTime(start) };
        }
    }

    private static ExploreAnswer Refused(string code, string message, int place) =>
        new(new KqlResult([], null, new KqlError(code, message, place, place, 0, place)), TimeSpan.Zero);
}

/// <summary>An answer and how long it took.</summary>
/// <param name="Result">The tables, or the error.</param>
/// <param name="Took">From asking to the last row.</param>
public sealed record ExploreAnswer(KqlResult Result, TimeSpan Took);
