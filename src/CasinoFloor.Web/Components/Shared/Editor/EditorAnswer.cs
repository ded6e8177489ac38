using CasinoFloor.Kql;
using CasinoFloor.Kql.Editing;

namespace CasinoFloor.Web.Components.Shared.Editor;

/// <summary>A proposal as the script shows it.</summary>
/// <param name="Label">The name.</param>
/// <param name="Kind">What it is, for its colour: a name of <see cref="KqlItemKind"/> in small letters.</param>
/// <param name="Detail">A type, a signature or a sentence.</param>
/// <param name="Insert">The text to put in.</param>
public sealed record EditorItem(string Label, string Kind, string Detail, string Insert);

/// <summary>What the script is told of a text.</summary>
/// <param name="Spans">Start, length and class of each word, one after another.</param>
/// <param name="Errors">What is wrong.</param>
/// <param name="Start">Where the text begins that a proposal replaces.</param>
/// <param name="Items">Proposals; empty unless they were asked for.</param>
/// <param name="Signature">Lines about the function being called; null outside of a call.</param>
public sealed record EditorAnswer(IReadOnlyList<int> Spans, IReadOnlyList<KqlError> Errors, int Start, IReadOnlyList<EditorItem> Items, IReadOnlyList<string>? Signature)
{
    // A longer list is not read; more typing makes it shorter.
    private const int MostItems = 50;

    /// <summary>Reads a text.</summary>
    /// <param name="language">What knows the language.</param>
    /// <param name="text">The text.</param>
    /// <param name="caret">Where the caret stands.</param>
    /// <param name="proposals">Whether proposals are wanted.</param>
    public static EditorAnswer Read(KqlLanguageService language, string text, int caret, bool proposals)
    {
        ArgumentNullException.ThrowIfNull(language);
        var completions = proposals ? language.Complete(text, caret) : new KqlCompletions(caret, 0, []);
        return new EditorAnswer(
            [.. language.Classify(text).SelectMany(span => new[] { span.Start, span.Length, (int)span.Class })],
            language.Diagnose(text),
            completions.Start,
            [.. completions.Items.Take(MostItems).Select(item => new EditorItem(item.Label, item.Kind.ToString().ToLowerInvariant(), item.Detail, item.Insert))],
            proposals && language.Signature(text, caret) is { } signature ? Lines(signature) : null);
    }

    private static string[] Lines(KqlSignature signature) =>
        [$"{signature.Name}({string.Join(", ", signature.Parameters.Select((name, i) => i == signature.Active ? $"‹{name}›" : name))})", signature.Text];
}
