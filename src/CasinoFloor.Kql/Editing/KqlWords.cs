using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Editing;

/// <summary>Words of the language besides operators and functions.</summary>
internal static class KqlWords
{
    /// <summary>Words and signs between values that are proposed after one.</summary>
    public static IReadOnlyList<(string Name, string Text)> Binary { get; } =
    [
        ("==", "equal; case matters"), ("!=", "not equal"), ("<", "less"), ("<=", "less or equal"), (">", "greater"), (">=", "greater or equal"),
        ("and", "both are true"), ("or", "one is true"),
        ("=~", "equal; case does not matter"), ("!~", "not equal; case does not matter"),
        ("in", "one of a list"), ("!in", "none of a list"), ("in~", "one of a list; case does not matter"), ("!in~", "none of a list; case does not matter"),
        ("between", "from .. to, both included"), ("!between", "outside of from .. to"),
        ("has", "has a whole word"), ("!has", "has no such word"), ("has_cs", "has a whole word; case matters"),
        ("contains", "has a text anywhere"), ("!contains", "has no such text"), ("contains_cs", "has a text anywhere; case matters"),
        ("startswith", "begins with"), ("!startswith", "does not begin with"), ("startswith_cs", "begins with; case matters"),
        ("endswith", "ends with"), ("!endswith", "does not end with"), ("endswith_cs", "ends with; case matters"),
        ("hasprefix", "a word begins with"), ("hassuffix", "a word ends with"),
        ("has_any", "has one of these words"), ("has_all", "has all of these words"), ("matches regex", "matches a regular expression"),
    ];

    /// <summary>What <c>render</c> takes, with what is drawn.</summary>
    public static IReadOnlyList<(string Name, string Text)> RenderKinds { get; } =
    [
        ("timechart", "lines over time"), ("columnchart", "upright bars"), ("barchart", "bars"), ("linechart", "lines"), ("areachart", "filled lines"),
        ("stackedareachart", "filled lines, stacked"), ("piechart", "shares of a whole"), ("scatterchart", "points"), ("card", "single figures"), ("table", "a table"),
        ("anomalychart", "lines with outliers marked"), ("ladderchart", "bars from start to end"), ("pivotchart", "a pivot table"), ("timepivot", "events over time"),
        ("treemap", "nested shares"),
    ];

    /// <summary>Properties of <c>render ... with (...)</c>.</summary>
    public static IReadOnlyList<(string Name, string Text)> RenderProperties { get; } =
    [
        ("title", "the heading"), ("kind", "default, stacked, unstacked or stacked100"), ("xcolumn", "the column of the x axis"), ("ycolumns", "the columns drawn"),
        ("series", "the columns that tell series apart"), ("xtitle", "the x axis' name"), ("ytitle", "the y axis' name"), ("xaxis", "linear or log"), ("yaxis", "linear or log"),
        ("legend", "visible or hidden"), ("ymin", "the least value shown"), ("ymax", "the greatest value shown"), ("accumulate", "whether values add up"),
    ];

    /// <summary>Kinds of join.</summary>
    public static IReadOnlyList<(string Name, string Text)> JoinKinds { get; } =
    [
        ("inner", "all pairs"), ("leftouter", "all left rows"), ("rightouter", "all right rows"), ("fullouter", "all rows of both"), ("leftsemi", "left rows with a partner"),
        ("leftanti", "left rows without one"), ("rightsemi", "right rows with a partner"), ("rightanti", "right rows without one"), ("innerunique", "one left row for each key; the default"),
    ];

    /// <summary>Statements.</summary>
    public static IReadOnlyList<(string Name, string Text)> Statements { get; } =
        [("let", "names a value, a table or a function"), ("declare query_parameters(", "names values given from outside")];

    /// <summary>Plug-ins of <c>evaluate</c>.</summary>
    public static IReadOnlyList<(string Name, string Text)> Plugins { get; } =
        [("pivot", "makes columns of a column's values"), ("bag_unpack", "makes columns of a bag's properties"), ("narrow", "makes a row of each value")];

    /// <summary>Whether a word or sign stands between values.</summary>
    public static bool IsBinary(string word) => Parser.IsBinaryOperator(word);
}
