using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Commands;

/// <summary>From text to command, one file for each family of first words. The first error ends the parse.</summary>
internal static partial class CommandParser
{
    public static KqlCommand Parse(string text) => Parse(text, Lexer.Begin(text), inScript: false);

    private static KqlCommand Parse(string text, int start, bool inScript)
    {
        var reader = new CommandReader(text, start);
        reader.Expect(".");
        var verb = reader.Keyword();
        var command = verb switch
        {
            "show" => Show(reader),
            "get" => Get(reader),
            "create" => Create(reader, CreateMode.Create),
            "create-or-alter" => Create(reader, CreateMode.OrAlter),
            "create-merge" => CreateMerge(reader),
            "alter" => Alter(reader, merge: false),
            "alter-merge" => Alter(reader, merge: true),
            "drop" => Drop(reader),
            "delete" => Delete(reader),
            "clear" => Clear(reader),
            "set" => IngestFromQuery(reader, IngestMode.Set),
            "append" => IngestFromQuery(reader, IngestMode.Append),
            "set-or-append" => IngestFromQuery(reader, IngestMode.SetOrAppend),
            "set-or-replace" => IngestFromQuery(reader, IngestMode.SetOrReplace),
            "ingest" => Ingest(reader),
            "execute" => inScript ? throw reader.Unsupported(".execute inside a script") : Execute(reader),
            "" => throw reader.Unexpected("a command after the dot"),
            _ => throw reader.Unsupported("." + verb),
        };
        if (verb == "show" && reader.TrySign("|"))
        {
            command = command with { Pipe = Pipe(reader) };
        }

        reader.End();
        return command with { Span = reader.Span };
    }

    /// <summary>The query over the result: the command gives way to a name, and lines and columns stay.</summary>
    private static string Pipe(CommandReader reader)
    {
        reader.Rest(out var at);
        var head = reader.Text[..(at - 1)].Select(c => c is '\n' or '\r' ? c : ' ').ToArray();
        head[reader.Span.Start] = KqlCommands.ResultName[0];
        var query = string.Concat(head, reader.Text.AsSpan(at - 1));
        Parser.Parse(query);
        return query;
    }

    /// <summary><c>with (name = value, ...)</c>; empty when it is not there. A value is a string, a literal or a word.</summary>
    private static Dictionary<string, string> Properties(CommandReader reader)
    {
        var properties = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!reader.TryWord("with"))
        {
            return properties;
        }

        reader.Expect("(");
        while (!reader.Current.Is(")"))
        {
            var at = reader.Current.Span;
            var name = reader.Keyword();
            if (name.Length == 0)
            {
                throw reader.Unexpected("a property");
            }

            reader.Expect("=");
            if (!properties.TryAdd(name, Value(reader)))
            {
                throw KqlFailure.Semantic($"The property '{name}' is given twice.", at);
            }

            if (!reader.TrySign(","))
            {
                break;
            }
        }

        reader.Expect(")");
        return properties;
    }

    private static string Value(CommandReader reader) => reader.Current.Kind switch
    {
        TokenKind.Text => reader.LongLiteral("a value"),
        TokenKind.Word => reader.Take().Text,
        TokenKind.Literal => reader.Take().Text,
        _ => throw reader.Unexpected("a value"),
    };

    private static bool Flag(Dictionary<string, string> properties, string name, TextSpan at) => properties.TryGetValue(name, out var value)
        && (bool.TryParse(value, out var flag) ? flag : throw KqlFailure.Semantic($"The property '{name}' is true or false, not '{value}'.", at));

    private static void Only(Dictionary<string, string> properties, TextSpan at, params ReadOnlySpan<string> known)
    {
        foreach (var name in properties.Keys)
        {
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw KqlFailure.Unsupported($"property {name}", at);
            }
        }
    }

    /// <summary>The query in braces that ends a command.</summary>
    private static KqlCommandQuery Braces(CommandReader reader)
    {
        var open = reader.Current.Span.Start;
        reader.Expect("{");
        reader.Rest(out _);
        var close = Lexer.Tokenize(reader.Text, open) is [.., var last, _] && last.Is("}") ? last.Span.Start : throw reader.Unexpected("'}'");
        return Query(reader.Text[..close], open + 1);
    }

    /// <summary>A query that ends the text, checked as far as its words go.</summary>
    private static KqlCommandQuery Query(string text, int start)
    {
        if (Parser.Parse(text, start).Count == 0)
        {
            throw KqlFailure.Syntax("The command ends where a query is expected.", new TextSpan(text.Length, 0));
        }

        return new KqlCommandQuery(text[start..], start);
    }
}
