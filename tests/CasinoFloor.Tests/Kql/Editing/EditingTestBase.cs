using CasinoFloor.Kql;
using CasinoFloor.Kql.Editing;
using Xunit;

namespace CasinoFloor.Tests.Kql.Editing;

/// <summary>A service over two tables. In a text the sign ¦ marks the position asked about.</summary>
public abstract class EditingTestBase
{
    protected static KqlCatalog Catalog { get; } = new(
        [
            new KqlTable("slot_events",
            [
                new KqlColumn("timestamp", KqlType.DateTime), new KqlColumn("machine_id", KqlType.String), new KqlColumn("amount", KqlType.Real),
                new KqlColumn("details", KqlType.Dynamic),
            ]),
            new KqlTable("machines", [new KqlColumn("machine_id", KqlType.String), new KqlColumn("section", KqlType.String), new KqlColumn("odd name", KqlType.Long)]),
        ],
        "let ten_minutes = 10m; let big = (least:real) { slot_events | where amount > least };");

    protected static KqlLanguageService Service { get; } = new(Catalog);

    protected static (string Text, int Position) Mark(string marked)
    {
        var position = marked.IndexOf('¦', StringComparison.Ordinal);
        Assert.True(position >= 0, "The text has no mark.");
        return (marked.Remove(position, 1), position);
    }

    protected static KqlCompletions Complete(string marked)
    {
        var (text, position) = Mark(marked);
        return Service.Complete(text, position);
    }

    protected static string[] Labels(string marked, params KqlItemKind[] kinds) =>
        [.. Complete(marked).Items.Where(item => kinds.Length == 0 || kinds.Contains(item.Kind)).Select(item => item.Label)];

    /// <summary>The words of a text with their classes, one in a line.</summary>
    protected static string Classes(string text, params KqlTextClass[] without) => string.Join('\n', Service.Classify(text)
        .Where(span => span.Class is not KqlTextClass.Punctuation && !without.Contains(span.Class))
        .Select(span => $"{text.Substring(span.Start, span.Length)} {span.Class}"));
}
