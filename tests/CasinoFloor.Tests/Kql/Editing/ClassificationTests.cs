using CasinoFloor.Kql.Editing;
using Xunit;

namespace CasinoFloor.Tests.Kql.Editing;

public sealed class ClassificationTests : EditingTestBase
{
    [Fact]
    public void Classify_AQuery_GivesEachWordItsClass() => Assert.Equal(
        """
        declare Keyword
        query_parameters Keyword
        since Parameter
        datetime Type
        = Operator
        datetime(2024-01-31) Literal
        let Keyword
        least Variable
        = Operator
        10.5 Number
        slot_events Table
        // all of it Comment
        where Keyword
        timestamp Column
        > Operator
        since Parameter
        and Operator
        machine_id Column
        has Operator
        'M' Text
        summarize Keyword
        total Column
        = Operator
        sum Aggregate
        amount Column
        by Keyword
        bin Function
        timestamp Column
        1h Number
        project-away Keyword
        total Column
        join Keyword
        kind Keyword
        = Operator
        inner Keyword
        machines Table
        on Keyword
        machine_id Column
        render Keyword
        timechart Keyword
        with Keyword
        title Keyword
        = Operator
        "x" Text
        """.ReplaceLineEndings("\n"),
        Classes("""
            declare query_parameters(since:datetime = datetime(2024-01-31));
            let least = 10.5;
            slot_events // all of it
            | where timestamp > since and machine_id has 'M'
            | summarize total = sum(amount) by bin(timestamp, 1h)
            | project-away total
            | join kind=inner (machines) on machine_id
            | render timechart with (title="x")
            """));

    [Theory]
    [InlineData("slot_events | extend min = 1, kind = 2 | project by = min", "min Column\n= Operator\n1 Number\nkind Column\n= Operator\n2 Number\nproject Keyword\nby Column\n= Operator\nmin Column")]
    [InlineData("slot_events | extend x = max_of(1, 2), d = details.count", "x Column\n= Operator\nmax_of Function\n1 Number\n2 Number\nd Column\n= Operator\ndetails Column\ncount Column")]
    [InlineData("slot_events | extend a = project - away", "a Column\n= Operator\nproject Column\n- Operator\naway Column")]
    public void Classify_WordsThatMeanSomethingElseElsewhere_AreTakenByPlace(string text, string expected) =>
        Assert.EndsWith("extend Keyword\n" + expected, Classes(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("slot_events | wher amount", "wher Error\namount Column")]
    [InlineData("slot_events | where \\", "\\ Error")]
    [InlineData("slot_events | where machine_id == 'open", "'open Text")]
    [InlineData("slot_events | where timestamp > datetime(", "datetime Literal")]
    public void Classify_UnfinishedText_IsColoredAllTheSame(string text, string last) =>
        Assert.EndsWith(last, Classes(text), StringComparison.Ordinal);

    [Fact]
    public void Classify_Strings_HidePipesAndComments()
    {
        const string Text = "print a = '| // x', b = @'c:\\', c = \"\\\"|\", d = ```\n|``` | count";

        Assert.Single(Service.Classify(Text), span => Text.Substring(span.Start, span.Length) == "|");
        Assert.DoesNotContain(Service.Classify(Text), span => span.Class is KqlTextClass.Comment or KqlTextClass.Error);
    }
}
