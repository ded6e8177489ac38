using CasinoFloor.Web.Components.History;
using CasinoFloor.Web.Components.Results;
using Microsoft.AspNetCore.WebUtilities;

namespace CasinoFloor.Web.Components.Jackpots;

/// <summary>
/// What the page of jackpots shows, as its address says it.
/// <code>/jackpots?window=7d&amp;section=Main</code>
/// <code>/jackpots?from=2026-01-01T08:00:00Z&amp;to=2026-01-01T16:00:00Z</code>
/// </summary>
/// <param name="Window">The window.</param>
/// <param name="Section">The section; empty for all.</param>
public sealed record JackpotsLink(TimeWindow Window, string Section)
{
    /// <summary>The page.</summary>
    public const string Path = "/jackpots";

    private const string SectionKey = "section";

    private static readonly TimeWindow Day = TimeWindow.Of("24h")!;

    /// <summary>Reads an address; a window that cannot be read is the last 24 hours.</summary>
    public static JackpotsLink Parse(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address).Query);
        var named = query.ContainsKey("window") || query.ContainsKey("from") || query.ContainsKey("to");
        var link = HistoryLink.Parse(address);
        return new JackpotsLink(named && link.Problem.Length == 0 ? link.Window : Day, query.TryGetValue(SectionKey, out var section) ? section.ToString() : "");
    }

    /// <summary>The address.</summary>
    public override string ToString()
    {
        var query = Window.Code is { } code
            ? new Dictionary<string, string?> { ["window"] = code }
            : new() { ["from"] = ResultText.Exact(Window.From), ["to"] = ResultText.Exact(Window.To) };
        if (Section.Length > 0)
            query[SectionKey] = Section;

        return QueryHelpers.AddQueryString(Path, query);
    }
}
