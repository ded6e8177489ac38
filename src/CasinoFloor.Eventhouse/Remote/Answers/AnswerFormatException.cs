namespace CasinoFloor.Eventhouse.Remote.Answers;

/// <summary>An answer is not what Kusto's protocol says: it was cut, or something else than an Eventhouse has answered.</summary>
internal sealed class AnswerFormatException : Exception
{
    /// <summary>Creates one.</summary>
    public AnswerFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Creates one with its cause.</summary>
    public AnswerFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates one.</summary>
    public AnswerFormatException()
    {
    }
}
