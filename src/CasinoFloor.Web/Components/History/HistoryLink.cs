using System.Globalization;
using CasinoFloor.Web.Components.Results;
using Microsoft.AspNetCore.WebUtilities;

namespace CasinoFloor.Web.Components.History;

/// <summary>
/// What the history page shows, as its address says it: everything that is needed to see the same again.
/// <code>/history?question=floor/floor_overview&amp;window=shift&amp;p.section=Main&amp;refresh=30</code>
/// <code>/history?question=floor/floor_overview&amp;from=2026-01-01T08:00:00Z&amp;to=2026-01-01T16:00:00Z</code>
/// </summary>
public sealed record HistoryLink
{
    /// <summary>The page.</summary>
    public const string Path = "/history";

    private const string QuestionKey = "question";
    private const string WindowKey = "window";
    private const string FromKey = "from";
    private const string ToKey = "to";
    private const string RefreshKey = "refresh";
    private const string FieldPrefix = "p.";

    /// <summary>Seconds between two refreshes that a page offers; 0 is none.</summary>
    public static IReadOnlyList<int> RefreshChoices { get; } = [0, 10, 30, 60, 300];

    /// <summary>Name of the question; null while none is chosen.</summary>
    public string? Question { get; init; }

    /// <summary>The window.</summary>
    public TimeWindow Window { get; init; } = TimeWindow.Default;

    /// <summary>What is typed in the fields that do not hold their default.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>Seconds between two refreshes; 0 for none.</summary>
    public int Refresh { get; init; }

    /// <summary>What is wrong with the address; empty when nothing is.</summary>
    public string Problem { get; private init; } = "";

    /// <summary>The address.</summary>
    public override string ToString()
    {
        var query = new Dictionary<string, string?>();
        if (Question is not null)
            query[QuestionKey] = Question;

        if (Window.Code is null)
            (query[FromKey], query[ToKey]) = (ResultText.Exact(Window.From), ResultText.Exact(Window.To));
        else
            query[WindowKey] = Window.Code;

        foreach (var (name, text) in Fields)
        {
            query[FieldPrefix + name] = text;
        }

        if (Refresh > 0)
            query[RefreshKey] = Refresh.ToString(CultureInfo.InvariantCulture);

        return QueryHelpers.AddQueryString(Path, query);
    }

    /// <summary>Reads an address. What cannot be read is left at its default and told in <see cref="Problem"/>.</summary>
    public static HistoryLink Parse(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } uri ? uri.Query : address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..]);
        var (window, problem) = WindowOf(Value(WindowKey), Value(FromKey), Value(ToKey));
        return new HistoryLink
        {
            Question = Value(QuestionKey) is { Length: > 0 } question ? question : null,
            Window = window ?? TimeWindow.Default,
            Fields = query.Where(pair => pair.Key.StartsWith(FieldPrefix, StringComparison.Ordinal))
                .ToDictionary(pair => pair.Key[FieldPrefix.Length..], pair => pair.Value.ToString()),
            Refresh = int.TryParse(Value(RefreshKey), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && RefreshChoices.Contains(seconds) ? seconds : 0,
            Problem = problem,
        };

        string? Value(string key) => query.TryGetValue(key, out var values) ? values.ToString() : null;
    }

    private static (TimeWindow? Window, string Problem) WindowOf(string? code, string? from, string? to)
    {
        if (from is not null || to is not null)
        {
            if (Moment(from) is not { } begin || Moment(to) is not { } end)
                return (null, "The address has no readable beginning and end; the last hour is shown.");

            var between = TimeWindow.Between(begin, end);
            return between.Window is null ? (null, $"{between.Problem} The last hour is shown.") : between;
        }

        return code is null || TimeWindow.Of(code) is { } ? (TimeWindow.Of(code), "") : (null, $"There is no window '{code}'; the last hour is shown.");
    }

    private static DateTime? Moment(string? text) => DateTime.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
