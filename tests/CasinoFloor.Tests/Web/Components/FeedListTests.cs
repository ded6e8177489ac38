using Bunit;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.Components.Shared;
using Xunit;

namespace CasinoFloor.Tests.Web.Components;

public sealed class FeedListTests : BunitContext
{
    private static readonly DateTime Won = new(2026, 3, 1, 20, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void JackpotFeed_BeforeTheFirstEvent_SaysNotKnown() =>
        Assert.StartsWith("Not known yet", Said(Render<JackpotFeed>()), StringComparison.Ordinal);

    [Fact]
    public void Lists_NothingKnownForAnotherReason_SayThatReasonInstead()
    {
        var (feed, list) = (Render<JackpotFeed>(), Render<AttentionList>());

        feed.Render(parameters => parameters.Add(p => p.Unknown, "Nothing is stored."));
        list.Render(parameters => parameters.Add(p => p.Unknown, "Nothing is stored."));

        Assert.Equal("Nothing is stored.", Said(feed));
        Assert.Equal("Nothing is stored.", Said(list));
    }

    [Fact]
    public void JackpotFeed_NoJackpots_SaysSo()
    {
        var feed = Render<JackpotFeed>(parameters => parameters.Add(p => p.Jackpots, []));

        Assert.StartsWith("No hand pay yet", Said(feed), StringComparison.Ordinal);
        Assert.Contains("none locked", feed.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void JackpotFeed_Jackpots_ShowLevelAmountPlaceAgeAndLock()
    {
        var feed = Render<JackpotFeed>(parameters => parameters.Add(p => p.Jackpots,
        [
            Jackpot("a", 12_480.5m, Severity.High, null), Jackpot("b", 5_000m, Severity.Medium, null), Jackpot("c", 1_200m, Severity.Low, Won.AddMinutes(9)),
        ]));

        var rows = feed.FindAll(".row");
        Assert.Equal(["HIGH", "MEDIUM", "LOW"], rows.Select(row => row.QuerySelector(".level")!.TextContent.Trim()));
        Assert.Equal(3, rows.Select(row => row.QuerySelector(".level path")!.GetAttribute("d")).Distinct().Count());
        Assert.Equal("$12,480.50", rows[0].QuerySelector(".row-title")!.TextContent);
        Assert.Equal("M-a · Garden", rows[0].QuerySelector(".row-sub")!.TextContent);
        Assert.Equal(["Locked", "Locked", "Reset"], rows.Select(row => row.QuerySelector(".pill")!.TextContent));
        Assert.Equal("1772395200000", rows[0].QuerySelector("time")!.GetAttribute("data-since"));
        Assert.Contains("2 locked", feed.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void JackpotFeed_Row_NamesItsMachineForTheMap()
    {
        var feed = Render<JackpotFeed>(parameters => parameters.Add(p => p.Jackpots, [Jackpot("<a>", 1_200m, Severity.Low, null)]));

        Assert.Equal("42", feed.Find("button.row").GetAttribute("data-machine"));
        Assert.Equal("M-<a> · Garden", feed.Find(".row-sub").TextContent);
    }

    [Fact]
    public void JackpotFeed_SameList_IsNotRenderedAgain()
    {
        JackpotEntry[] jackpots = [Jackpot("a", 1_200m, Severity.Low, null)];
        var feed = Render<JackpotFeed>(parameters => parameters.Add(p => p.Jackpots, jackpots));
        var renders = feed.RenderCount;

        feed.Render(parameters => parameters.Add(p => p.Jackpots, jackpots));
        Assert.Equal(renders, feed.RenderCount);
        feed.Render(parameters => parameters.Add(p => p.Jackpots, [.. jackpots, Jackpot("b", 5_000m, Severity.Medium, null)]));
        Assert.Equal(2, feed.FindAll(".row").Count);
    }

    [Fact]
    public void JackpotFeed_Scripted_IsRenderedOnce()
    {
        var feed = Render<JackpotFeed>(parameters => parameters.Add(p => p.Jackpots, []).Add(p => p.Scripted, true));

        feed.Render(parameters => parameters.Add(p => p.Jackpots, [Jackpot("b", 5_000m, Severity.Medium, null)]));

        Assert.Empty(feed.FindAll(".row"));
    }

    [Fact]
    public void AttentionList_Entries_SayWhatWhereAndWhy()
    {
        var list = Render<AttentionList>(parameters => parameters
            .Add(p => p.Entries, [Entry("1", FindingKind.MachineCritical, Severity.Critical, 7), Entry("2", FindingKind.FloorDeviation, Severity.Low, -1)]));

        var rows = list.FindAll(".row");
        Assert.Equal("Machine critical", rows[0].QuerySelector(".row-title")!.TextContent);
        Assert.Equal("CRITICAL", rows[0].QuerySelector(".level")!.TextContent.Trim());
        Assert.Contains("M-7", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("13 errors in 5 minutes, over 10.", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Whole floor", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("7", rows[0].GetAttribute("data-machine"));
        Assert.True(rows[1].HasAttribute("disabled"));
    }

    [Fact]
    public void AttentionList_MoreThanItLists_SaysHowManyThereAre()
    {
        AttentionEntry[] entries = [.. Enumerable.Range(0, 1234).Select(i => Entry($"{i}", FindingKind.PowerOff, Severity.High, i))];
        var list = Render<AttentionList>(parameters => parameters.Add(p => p.Entries, entries));

        Assert.Equal(200, list.FindAll(".row").Count);
        Assert.Equal("1,234", list.Find("[data-part=note]").TextContent);
    }

    [Fact]
    public void AttentionList_Empty_TellsNothingFromNotKnown()
    {
        Assert.StartsWith("Not known yet", Said(Render<AttentionList>()), StringComparison.Ordinal);
        Assert.StartsWith("Nothing wants attention", Said(Render<AttentionList>(parameters => parameters.Add(p => p.Entries, []))), StringComparison.Ordinal);
    }

    [Fact]
    public void Conditions_EveryKind_HasAName() =>
        Assert.Equal(Enum.GetValues<FindingKind>().Length, Enum.GetValues<FindingKind>().Select(Conditions.Name).Distinct().Count());

    // What stands in place of the rows; only one sentence may be seen.
    private static string Said<T>(IRenderedComponent<T> list)
        where T : Microsoft.AspNetCore.Components.IComponent =>
        Assert.Single(list.FindAll("[data-part=unknown], [data-part=empty], [data-part=rows]"), part => !part.HasAttribute("hidden")).TextContent.Trim();

    private static JackpotEntry Jackpot(string id, decimal amount, Severity level, DateTime? reset) => new()
    {
        Id = id,
        Machine = 42,
        MachineId = "M-" + id,
        FloorSection = "Garden",
        Amount = Money.FromDecimal(amount),
        Level = level,
        EventTime = Won,
        ResetAt = reset,
    };

    private static AttentionEntry Entry(string id, FindingKind kind, Severity severity, int machine) => new()
    {
        Id = id,
        Kind = kind,
        Severity = severity,
        Machine = machine,
        MachineId = machine < 0 ? "" : $"M-{machine}",
        FloorSection = "Garden",
        Since = Won,
        Why = "13 errors in 5 minutes, over 10.",
    };
}
