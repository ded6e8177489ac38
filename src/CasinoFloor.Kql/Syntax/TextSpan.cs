namespace CasinoFloor.Kql.Syntax;

/// <summary>A stretch of a text.</summary>
/// <param name="Start">Its first character, from 0.</param>
/// <param name="Length">How many characters it has.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The first character after it.</summary>
    public int End => Start + Length;

    internal static TextSpan Between(TextSpan first, TextSpan last) => new(first.Start, Math.Max(first.Length, last.End - first.Start));
}

/// <summary>An expected failure on its way to the public boundary, where it becomes a <see cref="KqlError"/> value.</summary>
internal sealed class KqlFailure(string code, string message, TextSpan span) : Exception(message)
{
    public string Code { get; } = code;

    public TextSpan Span { get; } = span;

    public static KqlFailure Syntax(string message, TextSpan span) => new(KqlErrorCodes.Syntax, message, span);

    public static KqlFailure Semantic(string message, TextSpan span) => new(KqlErrorCodes.Semantic, message, span);

    public static KqlFailure Unsupported(string construct, TextSpan span) =>
        new(KqlErrorCodes.Unsupported, $"'{construct}' is not supported.", span);

    public KqlError ToError(string text)
    {
        var start = Math.Clamp(Span.Start, 0, text.Length);
        int line = 1, column = 1;
        for (var i = 0; i < start; i++)
        {
            if (text[i] == '\n')
            {
                line++;
                column = 1;
            }
            else
            {
                column++;
            }
        }

        return new KqlError(Code, Message, line, column, start, Math.Min(Span.Length, text.Length - start));
    }
}
