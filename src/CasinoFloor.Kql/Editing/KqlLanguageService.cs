using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Editing;

/// <summary>
/// What an editor of queries needs: colours, proposals, errors with their places, and what a word means. It works on text as it is being
/// written: unfinished text is no error of the caller, and no text and no position makes a method throw. It holds no state of a text; one
/// instance serves any number of editors.
/// </summary>
/// <param name="catalog">The tables and stored functions that queries can see.</param>
/// <param name="clock">What <c>now()</c> is taken from; the system's clock by default.</param>
public sealed class KqlLanguageService(KqlCatalog catalog, TimeProvider? clock = null)
{
    private readonly KqlEngine _engine = new(catalog, clock);

    /// <summary>The tables and stored functions it knows.</summary>
    public KqlCatalog Catalog => catalog;

    /// <summary>The classes of a text's words and signs, in order and without overlap; white space between them has none.</summary>
    public IReadOnlyList<KqlSpan> Classify(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Classifier.Classify(catalog, EditorText.Read(text));
    }

    /// <summary>What can stand at a position, by what lies before it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">An offset in it; beyond its ends it counts as the nearest end.</param>
    public KqlCompletions Complete(string text, int position)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Completer.Complete(catalog, EditorText.Read(text), Math.Clamp(position, 0, text.Length));
    }

    /// <summary>What is wrong with a text: everything that cannot be read, or else the first error of the query. Text without a query has none.</summary>
    public IReadOnlyList<KqlError> Diagnose(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (_, failures) = Lexer.Scan(text);
        return failures.Count > 0
            ? [.. failures.Select(failure => failure.ToError(text))]
            : _engine.Analyze(new KqlQuery(text)).Error is { } error ? [error] : [];
    }

    /// <summary>What the word at a position means; null when nothing is known of it.</summary>
    public KqlHover? Hover(string text, int position)
    {
        ArgumentNullException.ThrowIfNull(text);
        return HelpFinder.Hover(catalog, EditorText.Read(text), Math.Clamp(position, 0, text.Length));
    }

    /// <summary>The function whose arguments are written at a position; null outside of a known call.</summary>
    public KqlSignature? Signature(string text, int position)
    {
        ArgumentNullException.ThrowIfNull(text);
        return HelpFinder.Signature(catalog, EditorText.Read(text), Math.Clamp(position, 0, text.Length));
    }

    /// <summary>The functions there are, each as its signature and a sentence, which may be empty.</summary>
    public static IReadOnlyList<(string Signature, string Text, bool IsAggregate)> Functions { get; } =
        [.. FunctionHelp.All.Select(help => (help.Signature, help.Text, help.IsAggregate))];
}
