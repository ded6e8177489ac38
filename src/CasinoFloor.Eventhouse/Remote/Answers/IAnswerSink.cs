using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Remote.Answers;

/// <summary>Takes an answer's tables while they arrive. What it took counts only when the whole answer was read without a failure.</summary>
internal interface IAnswerSink
{
    /// <summary>A table begins.</summary>
    void Begin(string name, KqlResultColumn[] columns);

    /// <summary>A row of the table begun last, as a JSON array.</summary>
    /// <exception cref="AnswerFormatException">A cell does not fit its column.</exception>
    void Row(ReadOnlySpan<byte> json);

    /// <summary>What <c>render</c> asked for.</summary>
    void Visualization(KqlVisualization visualization);
}
