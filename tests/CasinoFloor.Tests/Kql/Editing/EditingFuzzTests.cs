using System.Diagnostics;
using CasinoFloor.Kql.Editing;
using Xunit;

namespace CasinoFloor.Tests.Kql.Editing;

/// <summary>No text and no position makes the service throw, and it keeps up with typing.</summary>
public sealed class EditingFuzzTests : EditingTestBase
{
    private static readonly string[] Words =
    [
        "slot_events", "machines", "|", "|", "where", "project", "project-away", "extend", "summarize", "by", "count()", "sum(", "join", "kind", "=", "inner", "on", "(", ")", "[", "]", "{", "}",
        ",", ";", ":", ".", "==", "!has", "-", "1", "2.5", "1h", "'a'", "\"b", "@'", "```", "datetime(", "datetime(2024-01-01)", "dynamic({", "let", "declare", "query_parameters", "and", "in", "in~",
        "between", "..", "render", "timechart", "with", "mv-apply", "mv-expand", "partition", "scan", "step", "typeof(", "to", "toscalar(", "materialize(", "datatable(", "union", "evaluate", "pivot(",
        "$left", "$right", "!", "\\", "#", "\u0000", "é", "😀", "\ud800", "//", "\n", "row_number()", "amount", "machine_id", "x", "=>", "top-nested", "make-series", "as", "invoke", "search", "h'", "~~~",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Service_RandomWords_NeverThrows(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 300; i++)
        {
            var text = string.Join(random.Next(2) == 0 ? " " : "", Enumerable.Range(0, random.Next(1, 30)).Select(_ => Words[random.Next(Words.Length)]));
            Check(text, random.Next(-1, text.Length + 2));
        }
    }

    [Fact]
    public void Service_EveryPlaceOfAQuery_NeverThrows()
    {
        const string Query = """
            declare query_parameters(since:datetime = datetime(2024-01-31), least:real);
            let f = (rows:(amount:real), x:long = 1) { rows | where amount > x };
            let t = materialize(slot_events | where timestamp > since and machine_id !in ('a', "b\"", @'c"') | invoke f(2));
            t | mv-apply e = details to typeof(long) on (top 1 by e | extend y = e) // a note
            | join kind=leftouter (machines | project machine_id, section) on $left.machine_id == $right.machine_id
            | summarize total = sum(amount), percentiles(amount, 50, 95) by section, bin(timestamp, 1h)
            | partition by section (top 3 by total desc nulls last) | render timechart with (title="x", ycolumns=total)
            """;
        for (var position = 0; position <= Query.Length; position++)
        {
            Check(Query, position);
            Check(Query[..position], position);
        }
    }

    [Fact]
    public void Service_AHundredLines_AnswersBetweenTwoKeys()
    {
        var text = "slot_events" + string.Concat(Enumerable.Range(0, 33).Select(i =>
            $"\n// line {i}\n| extend c{i} = iff(amount > {i}, tostring({i}), machine_id)\n| where amount between ({i} .. 100) and machine_id has 'M'"));
        Check(text, text.Length);

        Assert.InRange(Best(() => Service.Classify(text)), 0, 5);
        Assert.InRange(Best(() => Service.Complete(text, text.Length - 20)), 0, 5);
    }

    /// <summary>Milliseconds of the best of several rounds: other tests run beside this one.</summary>
    private static double Best(Action action)
    {
        var best = double.MaxValue;
        for (var round = 0; round < 20; round++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return best;
    }

    private static void Check(string text, int position)
    {
        var end = 0;
        foreach (var span in Service.Classify(text))
        {
            Assert.True(span.Start >= end && span.Length > 0, $"Spans overlap at {span.Start} in: {text}");
            end = span.Start + span.Length;
        }

        Assert.True(end <= text.Length);
        var completions = Service.Complete(text, position);
        Assert.Equal(Math.Clamp(position, 0, text.Length), completions.Start + completions.Length);
        Assert.All(Service.Diagnose(text), error => Assert.True(error.Start >= 0 && error.Start + error.Length <= text.Length));
        Service.Hover(text, position);
        Service.Signature(text, position);
    }
}
