namespace CasinoFloor.Kql.Syntax;

internal enum TokenKind
{
    End,

    /// <summary>A word, including words such as <c>!has</c> and <c>in~</c>.</summary>
    Word,

    /// <summary>A number, duration, typed literal such as <c>datetime(...)</c>, or string; the value is in the token.</summary>
    Literal,

    /// <summary>A string literal.</summary>
    Text,

    /// <summary>A whole number too large for a long; only a minus sign before it can make it valid.</summary>
    HugeNumber,

    /// <summary>Punctuation and operator signs.</summary>
    Sign,

    /// <summary>Text that is no token, in what <see cref="Lexer.Scan"/> answers.</summary>
    Broken,
}

/// <param name="Kind">What it is.</param>
/// <param name="Text">The word or sign, or the content of a string.</param>
/// <param name="Value">The value of a literal, as <see cref="LiteralExpr"/> holds it.</param>
/// <param name="Type">The type of a literal.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="SpaceBefore">Whether white space or a comment precedes it.</param>
internal sealed record Token(TokenKind Kind, string Text, object? Value, KqlType Type, TextSpan Span, bool SpaceBefore)
{
    public bool Is(string sign) => Kind == TokenKind.Sign && Text == sign;

    public bool IsWord(string word) => Kind == TokenKind.Word && Text == word;
}
