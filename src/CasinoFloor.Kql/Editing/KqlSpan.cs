namespace CasinoFloor.Kql.Editing;

/// <summary>What a stretch of query text is, for colours.</summary>
public enum KqlTextClass
{
    /// <summary>An operator such as <c>summarize</c>, a clause such as <c>by</c>, a statement such as <c>let</c>.</summary>
    Keyword,

    /// <summary>A sign or word between values: <c>==</c>, <c>and</c>, <c>has</c>.</summary>
    Operator,

    /// <summary>A scalar function, or one declared by <c>let</c>.</summary>
    Function,

    /// <summary>An aggregate function.</summary>
    Aggregate,

    /// <summary>A table.</summary>
    Table,

    /// <summary>A column, or a member of a dynamic value.</summary>
    Column,

    /// <summary>A parameter of the query or of a function.</summary>
    Parameter,

    /// <summary>A name declared by <c>let</c>.</summary>
    Variable,

    /// <summary>The name of a type.</summary>
    Type,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A number or duration.</summary>
    Number,

    /// <summary>A literal of another type, such as <c>datetime(2024-01-31)</c> or <c>true</c>.</summary>
    Literal,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>Brackets, commas, pipes.</summary>
    Punctuation,

    /// <summary>Text that is no part of the language.</summary>
    Error,
}

/// <summary>A stretch of query text of one class.</summary>
/// <param name="Start">Its offset, in UTF-16 code units as <see cref="string"/> counts them.</param>
/// <param name="Length">Its length.</param>
/// <param name="Class">What it is.</param>
public readonly record struct KqlSpan(int Start, int Length, KqlTextClass Class);
