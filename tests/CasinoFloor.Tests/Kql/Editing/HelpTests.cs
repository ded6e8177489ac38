using CasinoFloor.Kql.Editing;
using Xunit;

namespace CasinoFloor.Tests.Kql.Editing;

public sealed class HelpTests : EditingTestBase
{
    [Theory]
    [InlineData("slot_events | summ¦arize count()", "summarize aggregate, ... by key, ...")]
    [InlineData("slot_events | where timestamp > ¦ago(1h)", "ago(duration)")]
    [InlineData("slot_events | extend x = amount * 2 | where ¦x > 1", "x: real")]
    [InlineData("slot_events | join machines on $right.¦section == $left.machine_id", "section: string")]
    [InlineData("let least = 5; slot_events | where amount > ¦least", "least: long")]
    [InlineData("let f = (a:long) { a }; print ¦f(1)", "f(a: long)")]
    [InlineData("¦machines", "machines")]
    [InlineData("slot_events | where machine_id ¦has 'a'", "has")]
    public void Hover_AWord_SaysWhatItIs(string marked, string title)
    {
        var (text, position) = Mark(marked);

        Assert.Equal(title, Service.Hover(text, position)?.Title);
    }

    [Theory]
    [InlineData("slot_events | where ¦ amount")]
    [InlineData("slot_events // ¦where")]
    [InlineData("slot_events | where unkn¦own")]
    public void Hover_Elsewhere_SaysNothing(string marked)
    {
        var (text, position) = Mark(marked);

        Assert.Null(Service.Hover(text, position));
    }

    [Theory]
    [InlineData("slot_events | summarize by bin(¦", "bin", 0)]
    [InlineData("slot_events | summarize by bin(timestamp, ¦", "bin", 1)]
    [InlineData("print strcat('a', 'b', tolower('x'), ¦", "strcat", 0)]
    [InlineData("print strcat('a', substring('b', 1, ¦", "substring", 2)]
    [InlineData("print iff((1 > 2), ¦", "iff", 1)]
    [InlineData("let f = (a:long, b:string = 'x') { a }; print f(1, ¦", "f", 1)]
    public void Signature_WithinACall_NamesItsParameter(string marked, string name, int active)
    {
        var (text, position) = Mark(marked);

        var signature = Service.Signature(text, position);

        Assert.Equal((name, active), (signature?.Name, signature?.Active));
    }

    [Theory]
    [InlineData("print bin(1, 2) ¦")]
    [InlineData("slot_events | where (¦")]
    [InlineData("slot_events | join (¦")]
    public void Signature_OutsideOfACall_IsNone(string marked)
    {
        var (text, position) = Mark(marked);

        Assert.Null(Service.Signature(text, position));
    }

    [Fact]
    public void Functions_NearlyAll_AreExplained()
    {
        var silent = KqlLanguageService.Functions.Where(function => function.Text.Length == 0).Select(function => function.Signature).ToList();

        Assert.True(silent.Count * 20 <= KqlLanguageService.Functions.Count, $"Write a line in Editing/functions.txt for {string.Join(", ", silent)}.");
    }

    [Fact]
    public void Functions_Explained_AreKnownToTheEngine()
    {
        var unknown = KqlLanguageService.Functions
            .Select(function => function.Signature[..function.Signature.IndexOf('(', StringComparison.Ordinal)])
            .Where(name => Service.Diagnose($"slot_events | serialize x = {name}(amount)").Concat(Service.Diagnose($"slot_events | summarize {name}(amount)"))
                .Count(error => error.Message.Contains("not a known function", StringComparison.Ordinal)) == 2)
            .Except(["column_ifexists", "ingestion_time"]); // Known by the number of their arguments, too.

        Assert.Empty(unknown);
    }
}
