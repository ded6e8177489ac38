using System.Text;
using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Syntax;
using CasinoFloor.Kql.Translation;

namespace CasinoFloor.Kql.Functions;

/// <summary>
/// Operators on text: <c>has</c> (whole terms, which are runs of letters and digits), <c>contains</c>, <c>startswith</c> and their
/// kin. Without <c>_cs</c> the case does not matter. A value that is not text is compared as its text.
/// </summary>
internal static class TextOperators
{
    public static Bound Bind(string op, Bound left, Bound right, TextSpan span)
    {
        var negated = op[0] == '!';
        var name = op switch { "!~" => "=~", _ when negated => op[1..], _ => op };
        if (right.Type != KqlType.String && right.Type != KqlType.Dynamic && name != "=~")
        {
            right = Conversions.ToText(right);
        }

        (left, right) = (Conversions.ToText(left), Conversions.ToText(right));
        var sensitive = name.EndsWith("_cs", StringComparison.Ordinal);
        var kind = sensitive ? name[..^3] : name;
        Func<Emitter, BoundCall, string> emit = kind switch
        {
            "=~" => (e, c) => $"(lower({e.Sql(c.Arguments[0])}) = lower({e.Sql(c.Arguments[1])}))",
            "contains" => (e, c) => $"contains({Folded(e, c, 0, sensitive)}, {Folded(e, c, 1, sensitive)})",
            "startswith" => (e, c) => $"starts_with({Folded(e, c, 0, sensitive)}, {Folded(e, c, 1, sensitive)})",
            "endswith" => (e, c) => $"ends_with({Folded(e, c, 0, sensitive)}, {Folded(e, c, 1, sensitive)})",
            "has" or "hasprefix" or "hassuffix" => (e, c) => Terms(e, c, kind, sensitive),
            "matches regex" => (e, c) => $"regexp_matches({e.Sql(c.Arguments[0])}, {e.Sql(Regexes.Require(c.Arguments[1]))})",
            _ => throw KqlFailure.Unsupported(op, span),
        };
        Bound result = Operators.Call(name, KqlType.Bool, span, emit, left, right);
        return negated ? Operators.Not(result, span) : result;
    }

    private static string Folded(Emitter e, BoundCall call, int index, bool sensitive)
    {
        if (!sensitive && call.Arguments[index] is BoundLiteral { Value: string text })
        {
            return $"lower({e.Parameter(text)})";
        }

        return sensitive ? e.Sql(call.Arguments[index]) : $"lower({e.Sql(call.Arguments[index])})";
    }

    private static string Terms(Emitter e, BoundCall call, string kind, bool sensitive)
    {
        var source = e.Sql(call.Arguments[0]);
        if (call.Arguments[1] is not BoundLiteral { Value: string term })
        {
            return e.Udf("has", KqlType.Bool, source, e.Sql(call.Arguments[1]), $"'{kind}'", sensitive ? "'cs'" : "''");
        }

        if (term.Length == 0)
        {
            return "true";
        }

        var pattern = new StringBuilder(sensitive ? "" : "(?i)");
        var first = term.EnumerateRunes().First();
        var last = term.EnumerateRunes().Last();
        pattern.Append(Rune.IsLetterOrDigit(first) && kind != "hassuffix" ? @"(?:^|[^\p{L}\p{N}])" : "");
        pattern.Append(Regexes.Quote(term));
        pattern.Append(Rune.IsLetterOrDigit(last) && kind != "hasprefix" ? @"(?:$|[^\p{L}\p{N}])" : "");
        var test = $"regexp_matches({source}, {e.Parameter(pattern.ToString())})";

        // A plain search is several times faster than the pattern and rules out most values.
        return sensitive ? e.Checked($"(contains({source}, {e.Parameter(term)}) AND {test})") : test;
    }
}

/// <summary>Regular expressions: they are constants, in RE2 syntax, and reach SQL only as bound parameters.</summary>
internal static class Regexes
{
    public static string Quote(string text)
    {
        var result = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value < 128 && !char.IsAsciiLetterOrDigit((char)rune.Value) && rune.Value != '_')
            {
                result.Append(rune.Value < 32 ? $@"\x{rune.Value:x2}" : "\\" + rune);
            }
            else
            {
                result.Append(rune);
            }
        }

        return result.ToString();
    }

    /// <summary>The constant pattern of a function or operator.</summary>
    public static BoundLiteral Require(Bound pattern)
    {
        if (pattern is not BoundLiteral { Value: string text } literal)
        {
            throw KqlFailure.Unsupported("a regular expression that is not a constant", pattern.Span);
        }

        if (text.Length > 10_000)
        {
            throw new KqlFailure(KqlErrorCodes.TooComplex, "The regular expression is too long.", pattern.Span);
        }

        return literal;
    }
}
