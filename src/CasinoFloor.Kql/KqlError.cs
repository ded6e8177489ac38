namespace CasinoFloor.Kql;

/// <summary>Why a query has no answer.</summary>
/// <param name="Code">A stable code: one of <see cref="KqlErrorCodes"/>.</param>
/// <param name="Message">A sentence for the author of the query.</param>
/// <param name="Line">The line in the query text, from 1; 0 when the error has no place.</param>
/// <param name="Column">The column in that line, from 1; 0 when the error has no place.</param>
/// <param name="Start">The offset in the query text, from 0.</param>
/// <param name="Length">The number of characters concerned.</param>
public sealed record KqlError(string Code, string Message, int Line, int Column, int Start, int Length)
{
    /// <inheritdoc/>
    public override string ToString() => Line > 0 ? $"{Code} ({Line}:{Column}): {Message}" : $"{Code}: {Message}";
}

/// <summary>The codes of <see cref="KqlError.Code"/>; those beginning with E_ are Kusto's own.</summary>
public static class KqlErrorCodes
{
    /// <summary>The text cannot be parsed.</summary>
    public const string Syntax = "SYN0001";

    /// <summary>A name is not known, a type does not fit, or the number of arguments is wrong.</summary>
    public const string Semantic = "SEM0001";

    /// <summary>Valid in the language, but not supported by this engine; the message names the construct.</summary>
    public const string Unsupported = "SEM0100";

    /// <summary>The query is nested too deeply or grows too large.</summary>
    public const string TooComplex = "E_QUERY_TOO_COMPLEX";

    /// <summary>The query ran longer than allowed.</summary>
    public const string Timeout = "E_QUERY_TIMEOUT";

    /// <summary>The caller cancelled the query.</summary>
    public const string Cancelled = "E_QUERY_CANCELLED";

    /// <summary>The result has more rows or bytes than allowed.</summary>
    public const string ResultTooLarge = "E_QUERY_RESULT_SET_TOO_LARGE";

    /// <summary>The query needs more memory than allowed.</summary>
    public const string RunawayQuery = "E_RUNAWAY_QUERY";

    /// <summary>A value met while running cannot be handled.</summary>
    public const string Execution = "E_QUERY_EXECUTION";
}
