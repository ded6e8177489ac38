using System.Buffers;
using System.Text.Json;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Remote.Answers;

/// <summary>
/// Reads the answer of <c>/v2/rest/query</c> while it arrives, row by row:
/// <code>
/// [{"FrameType":"DataSetHeader","IsProgressive":false,"Version":"v2.0"},
///  {"FrameType":"DataTable","TableId":0,"TableKind":"QueryProperties","TableName":"@ExtendedProperties","Columns":[...],"Rows":[[1,"Visualization","{...}"]]},
///  {"FrameType":"DataTable","TableId":1,"TableKind":"PrimaryResult","TableName":"PrimaryResult","Columns":[...],"Rows":[[...],...]},
///  {"FrameType":"DataSetCompletion","HasErrors":false,"Cancelled":false}]
/// </code>
/// or, in fragments, <c>TableHeader</c>, <c>TableFragment</c>..., <c>TableCompletion</c> in place of a <c>DataTable</c>. A partial failure, and an answer
/// that ends before its completion, is a failure of the whole.
/// </summary>
internal static class AnswerReaderV2
{
    private const int FirstBuffer = 64 * 1024;

    /// <summary>Reads to the end.</summary>
    /// <returns>Why the answer must be discarded; null when it is good.</returns>
    /// <exception cref="AnswerFormatException">It is not such an answer, or breaks off.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static async Task<KqlError?> ReadAsync(Stream body, IAnswerSink sink, CancellationToken cancellationToken)
    {
        var frames = new AnswerFrames(sink);
        var parser = new FrameParser(frames);
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            var held = 0;
            while (true)
            {
                var read = await body.ReadAsync(buffer.AsMemory(held), cancellationToken);
                if (read == 0)
                {
                    break;
                }

                held += read;
                var done = parser.Take(buffer.AsSpan(0, held));
                buffer.AsSpan(done, held - done).CopyTo(buffer);
                held -= done;
                if (held == buffer.Length)
                {
                    buffer = Larger(buffer, held);
                }
            }

            return frames.Error ?? (parser.IsAtEnd && frames.IsComplete ? null : throw new AnswerFormatException("It ended before it was complete."));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // One row alone fills the buffer.
    private static byte[] Larger(byte[] buffer, int held)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, held).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
