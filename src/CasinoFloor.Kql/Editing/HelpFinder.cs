using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Editing;

/// <summary>Finds what a word means, and which argument is being written.</summary>
internal static class HelpFinder
{
    public static KqlHover? Hover(KqlCatalog catalog, EditorText text, int position)
    {
        var index = text.Tokens.ToList().FindIndex(token => token.Span.Start <= position && position < token.Span.End);
        if (index < 0 || text.Tokens[index] is not { Kind: TokenKind.Word } word)
        {
            return null;
        }

        var cursor = Cursor.At(text, word.Span.Start);
        KqlHover Found(string title, string sentence) => new(word.Span.Start, word.Span.Length, title, sentence);
        var isOperator = cursor.Frame.ExpectsOperator || (cursor.Frame.Segment.Count == 0 && catalog.Find(word.Text) is null);
        if (isOperator && OperatorHelp.Find(word.Text) is { } help && (cursor.Frame.ExpectsOperator || help.IsSource))
        {
            return Found(help.Syntax, help.Text);
        }

        var isCall = index + 1 < text.Tokens.Count && text.Tokens[index + 1].Is("(");
        var scope = new CursorScope(catalog, cursor);
        if (isCall && Function(scope, word.Text) is { } function)
        {
            return Found(function.Signature, function.Text);
        }

        if ((scope.Rows?.Find(word.Text) ?? scope.JoinedRows()?.Find(word.Text)) is { } column)
        {
            return Found($"{column.Name}: {column.Type.Name()}", "");
        }

        return scope.Names.FirstOrDefault(name => name.Name == word.Text).Symbol switch
        {
            ScalarSymbol scalar => Found($"{word.Text}: {scalar.Value.Type.Name()}", ""),
            TableSymbol table => Found(word.Text, Columns(table.Rel.Columns.Select(c => (c.Name, c.Type)))),
            _ when catalog.Find(word.Text) is { } table => Found(word.Text, Columns(table.Columns.Select(c => (c.Name, c.Type)))),
            _ => KqlWords.Binary.FirstOrDefault(binary => binary.Name == word.Text) is { Name: { } name } known ? Found(name, known.Text) : null,
        };
    }

    public static KqlSignature? Signature(KqlCatalog catalog, EditorText text, int position)
    {
        if (text.Comments().Any(comment => comment.Start < position && position <= comment.End))
        {
            return null;
        }

        var cursor = Cursor.At(text, position);
        var call = cursor.Walker.Frames.LastOrDefault(frame => frame is { Role: FrameRole.Call or FrameRole.Table, Head: not null });
        if (call is null || Function(new CursorScope(catalog, cursor), call.Head!.Text) is not { } function)
        {
            return null;
        }

        var repeats = function.Parameters.Count > 0 && function.Parameters[^1].EndsWith("...", StringComparison.Ordinal);
        return call.Commas < function.Parameters.Count || repeats || call.Commas == 0
            ? new KqlSignature(function.Name, function.Parameters, Math.Min(call.Commas, Math.Max(0, function.Parameters.Count - 1)), function.Text)
            : new KqlSignature(function.Name, function.Parameters, function.Parameters.Count, function.Text);
    }

    private static FunctionHelp? Function(CursorScope scope, string name) =>
        scope.Names.FirstOrDefault(known => known.Name == name).Symbol is FunctionSymbol { Lambda.Parameters: var parameters }
            ? new FunctionHelp(name, [.. parameters.Select(p => $"{p.Name}: {p.Type?.Name() ?? "table"}{(p.Default is null ? "" : "?")}")], "", false)
            : FunctionHelp.Find(name);

    private static string Columns(IEnumerable<(string Name, KqlType Type)> columns) => string.Join(", ", columns.Select(column => $"{column.Name}: {column.Type.Name()}"));
}
