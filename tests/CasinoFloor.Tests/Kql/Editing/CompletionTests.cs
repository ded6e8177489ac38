using CasinoFloor.Kql.Editing;
using Xunit;

namespace CasinoFloor.Tests.Kql.Editing;

public sealed class CompletionTests : EditingTestBase
{
    [Theory]
    [InlineData("¦")]
    [InlineData("let x = 1;\n¦")]
    [InlineData("let x = ¦")]
    [InlineData("slot_events | join kind=inner (¦")]
    [InlineData("slot_events | join ¦")]
    [InlineData("slot_events | lookup kind=leftouter ¦")]
    [InlineData("slot_events | union ¦")]
    [InlineData("union slot_events, ¦")]
    [InlineData("let x = toscalar(¦")]
    [InlineData("let t = (¦")]
    [InlineData("slot_events | where machine_id in (¦")]
    public void Complete_WhereATableStands_ProposesTables(string marked) => Assert.Contains("machines", Labels(marked, KqlItemKind.Table));

    [Theory]
    [InlineData("let s = 5; print s¦", "s")]
    [InlineData("slot_events | extend am = 1 | where am¦", "am")]
    [InlineData("slot_events | count¦", "count")]
    public void Complete_AWholeWord_IsTheFirst(string marked, string word) => Assert.Equal(word, Labels(marked)[0]);

    [Fact]
    public void StoredFunctions_OfACatalog_HaveSignatures() => Assert.Equal(["big(least:real)"], Catalog.StoredFunctions.Select(function => function.Signature));

    [Theory]
    [InlineData("slot_events | ¦")]
    [InlineData("slot_events\n| where amount > 1 // no | more\n| ¦")]
    [InlineData("slot_events | join (machines | ¦")]
    [InlineData("slot_events | partition by machine_id (¦")]
    [InlineData("slot_events | mv-apply details on (¦")]
    [InlineData("let f = () { slot_events | ¦ }; f")]
    public void Complete_AfterAPipe_ProposesOperatorsAlone(string marked)
    {
        Assert.Contains("summarize", Labels(marked));
        Assert.All(Complete(marked).Items, item => Assert.Equal(KqlItemKind.Keyword, item.Kind));
    }

    [Theory]
    [InlineData("slot_events | project-a¦", "project-away ")]
    [InlineData("slot_events | project-¦ machine_id", "project-keep ")]
    [InlineData("slot_events | mv-e¦", "mv-expand ")]
    [InlineData("slot_events | coun¦", "count")]
    public void Complete_PartOfAnOperator_ReplacesAllOfIt(string marked, string insert)
    {
        var (text, position) = Mark(marked);

        var completions = Service.Complete(text, position);

        Assert.Contains(completions.Items, item => item.Insert == insert);
        Assert.Equal('|', text[..completions.Start].TrimEnd()[^1]);
        Assert.Equal(position, completions.Start + completions.Length);
    }

    [Theory]
    [InlineData("slot_events | where ¦", "timestamp, machine_id, amount, details")]
    [InlineData("slot_events | where amount > 1 and ¦", "timestamp, machine_id, amount, details")]
    [InlineData("slot_events | extend twice = amount * 2 | where ¦", "timestamp, machine_id, amount, details, twice")]
    [InlineData("slot_events | project m = machine_id, amount | sort by ¦", "m, amount")]
    [InlineData("slot_events | summarize total = sum(amount), n = count() by machine_id, bin(timestamp, 1h) | where ¦", "machine_id, timestamp, total, n")]
    [InlineData("slot_events | summarize sum(¦", "timestamp, machine_id, amount, details")]
    [InlineData("slot_events | summarize sum(amount) by ¦", "timestamp, machine_id, amount, details")]
    [InlineData("slot_events | join kind=inner machines on machine_id | where ¦", "timestamp, machine_id, amount, details, machine_id1, section, odd name")]
    [InlineData("slot_events | join kind=inner machines on ¦", "machine_id")]
    [InlineData("slot_events | join (machines | extend amount = 1.0) on $right.¦", "machine_id, section, odd name, amount")]
    [InlineData("slot_events | join machines on $left.¦", "timestamp, machine_id, amount, details")]
    [InlineData("slot_events | join (machines | where ¦", "machine_id, section, odd name")]
    [InlineData("slot_events | project-away ¦", "timestamp, machine_id, amount, details")]
    [InlineData("slot_events | project-rename m = ¦", "timestamp, machine_id, amount, details")]
    [InlineData("let t = machines | extend x = 1; t | where ¦", "machine_id, section, odd name, x")]
    [InlineData("let f = (rows:(a:long, b:string)) { rows | where ¦", "a, b")]
    [InlineData("slot_events | partition by machine_id (top 1 by amount | extend y = 1 | where ¦", "timestamp, machine_id, amount, details, y")]
    [InlineData("slot_events | mv-apply e = details to typeof(long) on (where ¦", "timestamp, machine_id, amount, details, e")]
    [InlineData("slot_events | where nothing == 1 | extend y = 2 | where ¦", "timestamp, machine_id, amount, details, y")]
    [InlineData("big(3.0) | project ¦", "timestamp, machine_id, amount, details")]
    [InlineData("slot_events | make-series n = count() on ¦", "timestamp, machine_id, amount, details")]
    [InlineData("print a = 1, b = 'x' | where ¦", "a, b")]
    [InlineData("range n from 1 to 5 step 1 | extend ¦", "n")]
    [InlineData("slot_events | render timechart with (xcolumn = ¦", "timestamp, machine_id, amount, details")]
    [InlineData("machines | where machine_id in ((slot_events | where ¦", "timestamp, machine_id, amount, details")]
    public void Complete_WithinAnOperator_ProposesTheColumnsOfItsRows(string marked, string expected) =>
        Assert.Equal(expected, string.Join(", ", Labels(marked, KqlItemKind.Column)));

    [Theory]
    [InlineData("slot_events | summarize ¦", true)]
    [InlineData("slot_events | summarize n = count(), ¦", true)]
    [InlineData("slot_events | summarize round(¦", true)]
    [InlineData("slot_events | make-series ¦", true)]
    [InlineData("slot_events | summarize sum(¦", false)]
    [InlineData("slot_events | summarize count() by ¦", false)]
    [InlineData("slot_events | extend x = ¦", false)]
    [InlineData("slot_events | where ¦", false)]
    public void Complete_Aggregates_OnlyWhereTheyAreAllowed(string marked, bool allowed) =>
        Assert.Equal(allowed, Labels(marked, KqlItemKind.Aggregate).Contains("dcount"));

    [Theory]
    [InlineData("slot_events | where amount ¦", "between", "between ")]
    [InlineData("slot_events | where machine_id ¦", "has", "has ")]
    [InlineData("slot_events | where machine_id !h¦", "!has", "!has ")]
    [InlineData("slot_events | summarize count() ¦", "by", "by ")]
    [InlineData("slot_events | order ¦", "by", "by ")]
    [InlineData("slot_events | top 5 ¦", "by", "by ")]
    [InlineData("slot_events | order by amount ¦", "desc", "desc ")]
    [InlineData("slot_events | join ¦", "kind=", "kind=")]
    [InlineData("slot_events | join kind=¦", "leftanti", "leftanti ")]
    [InlineData("slot_events | join kind=inner machines ¦", "on", "on ")]
    [InlineData("slot_events | join (machines) ¦", "on", "on ")]
    [InlineData("slot_events | render ¦", "timechart", "timechart ")]
    [InlineData("slot_events | render timechart ¦", "with (", "with (")]
    [InlineData("slot_events | render timechart with (¦", "title=", "title=")]
    [InlineData("slot_events | evaluate ¦", "pivot(", "pivot(")]
    [InlineData("slot_events | mv-expand details to typeof(¦", "long", "long")]
    [InlineData("declare ¦", "query_parameters(", "query_parameters(")]
    [InlineData("declare query_parameters(since:¦", "datetime", "datetime")]
    [InlineData("slot_events | where timestamp > ag¦", "ago", "ago(")]
    [InlineData("declare query_parameters(since:datetime); slot_events | where timestamp > ¦", "since", "since")]
    [InlineData("let limit = 5; slot_events | take ¦", "limit", "limit")]
    [InlineData("let least = 5.0; slot_events | where amount > l¦", "least", "least")]
    [InlineData("slot_events | where timestamp > ago(¦", "ten_minutes", "ten_minutes")]
    [InlineData("let f = (least:real) { slot_events | where amount > ¦ }; f(1.0)", "least", "least")]
    [InlineData("¦", "big", "big(")]
    [InlineData("machines | where ¦", "odd name", "['odd name']")]
    [InlineData("¦", "let", "let ")]
    public void Complete_AtAPlace_ProposesWhatFits(string marked, string label, string insert) =>
        Assert.Contains(Complete(marked).Items, item => item.Label == label && item.Insert == insert);

    [Theory]
    [InlineData("slot_events | where machine_id == 'a¦'")]
    [InlineData("slot_events | where machine_id == \"a¦")]
    [InlineData("slot_events // a comment ¦")]
    [InlineData("slot_events | take 10¦")]
    [InlineData("slot_events | where timestamp > datetime(2024¦-01-01)")]
    [InlineData("slot_events | where details.¦")]
    [InlineData("slot_events | count ¦")]
    [InlineData("let na¦")]
    public void Complete_WhereNothingFits_ProposesNothing(string marked) => Assert.Empty(Complete(marked).Items);

    [Fact]
    public void Complete_APrefix_PutsWhatBeginsWithItFirst()
    {
        var labels = Labels("slot_events | where ma¦");

        Assert.Equal("machine_id", labels[0]);
        Assert.Contains("materialize", labels);
        Assert.Contains("format_ipv4_mask", labels);
        Assert.DoesNotContain("amount", Labels("slot_events | where mac¦"));
    }
}
