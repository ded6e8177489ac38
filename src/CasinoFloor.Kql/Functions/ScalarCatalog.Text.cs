using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Syntax;
using CasinoFloor.Kql.Translation;

namespace CasinoFloor.Kql.Functions;

/// <content>Text. Lengths and positions count code points.</content>
internal static partial class ScalarCatalog
{
    private static void AddText(Action<ScalarFunction> add)
    {
        add(Native("strlen", "s", KqlType.Long, (e, c) => $"length({e.Text(c.Arguments[0])})", ResultNaming.NameAndFirstArgument));
        add(Native("string_size", "s", KqlType.Long, (e, c) => $"strlen({e.Text(c.Arguments[0])})", ResultNaming.NameAndFirstArgument));
        add(Native("toupper", "s", KqlType.String, (e, c) =>
        {
            // A sharp s has no capital of its own; DuckDB makes one.
            var text = e.Text(c.Arguments[0]);
            return e.Checked($"(CASE WHEN contains({text}, 'ß') THEN replace(upper({text}), 'ẞ', 'ß') ELSE upper({text}) END)");
        }));
        add(Native("tolower", "s", KqlType.String, (e, c) => $"lower({e.Text(c.Arguments[0])})"));
        add(Native("strcat", "s*", KqlType.String, (e, c) => $"concat({string.Join(", ", c.Arguments.Select(e.Text))})"));
        add(Native("strcat_delim", "sss*", KqlType.String, (e, c) => $"concat_ws({string.Join(", ", c.Arguments.Select(e.Text))})"));
        add(Native("strcmp", "ss", KqlType.Long, (e, c) =>
        {
            var (l, r) = (e.Text(c.Arguments[0]), e.Text(c.Arguments[1]));
            return e.Checked($"CAST(CASE WHEN {l} < {r} THEN -1 WHEN {l} = {r} THEN 0 ELSE 1 END AS BIGINT)");
        }));
        add(Native("substring", "sll?", KqlType.String, Substring));
        add(Runtime("reverse", "s", KqlType.String));
        add(Runtime("strrep", "sls?", KqlType.String));
        add(Runtime("indexof", "ssl?ll", KqlType.Long));
        add(new ScalarFunction("indexof_regex", "ssl?ll", _ => KqlType.Long, (e, c) =>
            e.Udf("indexof_regex", KqlType.Long, [.. c.Arguments.Select((a, i) => i == 1 ? e.Sql(RuntimePattern(a)) : i == 0 ? e.Text(a) : e.Sql(a))])));
        add(Native("countof", "sss?", KqlType.Long, (e, c) => c.Arguments.Count > 2 && Constant(c.Arguments[2]) == "regex"
            ? e.Udf("countof_regex", KqlType.Long, e.Text(c.Arguments[0]), e.Sql(RuntimePattern(c.Arguments[1])))
            : e.Udf("countof", KqlType.Long, e.Text(c.Arguments[0]), e.Text(c.Arguments[1]))));
        add(Native("extract", "sls", KqlType.String, (e, c) => c.Arguments[1] is BoundLiteral { Value: long and >= 0 and < 10 and var group }
            ? $"coalesce(regexp_extract({e.Text(c.Arguments[2])}, {e.Sql(Regexes.Require(c.Arguments[0]))}, {group}), '')"
            : e.Udf("extract", KqlType.String, e.Sql(RuntimePattern(c.Arguments[0])), e.Sql(c.Arguments[1]), e.Text(c.Arguments[2]))));
        foreach (var name in new[] { "extract_all", "extractall" })
        {
            add(Native(name, "sxs?", KqlType.Dynamic, (e, c) => c.Arguments.Count == 2
                ? e.Udf("extract_all", KqlType.Dynamic, e.Sql(RuntimePattern(c.Arguments[0])), "''", e.Text(c.Arguments[1]))
                : e.Udf("extract_all", KqlType.Dynamic, e.Sql(RuntimePattern(c.Arguments[0])), e.Json(c.Arguments[1]), e.Text(c.Arguments[2]))));
        }

        add(Native("replace_regex", "sss", KqlType.String, (e, c) => Replace(e, c.Arguments[0], c.Arguments[1], c.Arguments[2])));
        add(Native("replace", "sss", KqlType.String, (e, c) => Replace(e, c.Arguments[2], c.Arguments[0], c.Arguments[1])));
        add(Native("replace_string", "sss", KqlType.String, (e, c) => $"replace({e.Text(c.Arguments[0])}, {e.Text(c.Arguments[1])}, {e.Text(c.Arguments[2])})"));
        add(Runtime("replace_strings", "sdd", KqlType.String));
        foreach (var name in new[] { "trim", "trim_start", "trim_end" })
        {
            add(Native(name, "ss", KqlType.String, (e, c) => Trim(e, c, name)));
        }

        add(Runtime("split", "ssl?", KqlType.Dynamic, ResultNaming.FirstArgument));
        add(Runtime("translate", "sss", KqlType.String));
        add(Runtime("regex_quote", "s", KqlType.String));
        add(Runtime("has_any_index", "sd", KqlType.Long));
        add(Runtime("isascii", "s", KqlType.Bool));
        add(Native("isutf8", "s", KqlType.Bool, (_, _) => "true"));
        foreach (var name in new[] { "unicode_codepoints_from_string", "to_utf8" })
        {
            add(Runtime(name, "s", KqlType.Dynamic, ResultNaming.None, "codepoints"));
        }

        foreach (var name in new[] { "unicode_codepoints_to_string", "make_string" })
        {
            add(Runtime(name, "j*", KqlType.String, ResultNaming.None, "from_codepoints"));
        }
    }

    /// <summary>A constant pattern for the runtime, checked here so that a bad one has a position.</summary>
    private static BoundLiteral RuntimePattern(Bound argument)
    {
        var pattern = Regexes.Require(argument);
        return RegexCache.IsValid((string)pattern.Value!) ? pattern : throw KqlFailure.Semantic("The regular expression is not valid.", argument.Span);
    }

    private static string Substring(Emitter e, BoundCall c)
    {
        var text = e.Text(c.Arguments[0]);
        if (c.Arguments[1] is BoundLiteral { Value: long start and >= 0 and < int.MaxValue })
        {
            return c.Arguments.Count == 2 ? $"substr({text}, {start + 1})" : $"coalesce(substr({text}, {start + 1}, greatest(least(coalesce({e.Sql(c.Arguments[2])}, 0), {int.MaxValue}), 0)), '')";
        }

        return e.Udf("substring", KqlType.String, c.Arguments.Count == 2 ? [text, e.Sql(c.Arguments[1])] : [text, e.Sql(c.Arguments[1]), e.Sql(c.Arguments[2])]);
    }

    private static string Replace(Emitter e, Bound source, Bound pattern, Bound rewrite) =>
        $"regexp_replace({e.Text(source)}, {e.Sql(Regexes.Require(pattern))}, {e.Text(rewrite)}, 'g')";

    /// <summary>Cuts off one match at an end: the pattern itself says whether several characters go.</summary>
    private static string Trim(Emitter e, BoundCall c, string name)
    {
        var pattern = (string)Regexes.Require(c.Arguments[0]).Value!;
        var text = e.Text(c.Arguments[1]);
        if (name is "trim" or "trim_start")
        {
            text = $"regexp_replace({text}, {e.Parameter($"^(?:{pattern})")}, '')";
        }

        return name is "trim" or "trim_end" ? $"regexp_replace({text}, {e.Parameter($"(?:{pattern})$")}, '')" : text;
    }
}
