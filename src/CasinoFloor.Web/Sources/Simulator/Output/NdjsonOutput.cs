using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Simulator.Output;

/// <summary>
/// NDJSON that is written: one file per stream in a folder (<c>slot.ndjson</c>, <c>table.ndjson</c>, ...), or all streams
/// into one file or standard output.
/// </summary>
public sealed class NdjsonOutput : IAsyncDisposable
{
    private readonly Stream?[] _outputs = new Stream?[EventStreams.Count];
    private readonly bool _leaveOpen;

    private NdjsonOutput(bool leaveOpen) => _leaveOpen = leaveOpen;

    /// <summary>Opens an output.</summary>
    /// <param name="path">A file that ends in .ndjson, .jsonl or .json, any other path as a folder, or <c>-</c> for standard output.</param>
    /// <param name="streams">The streams to write.</param>
    /// <param name="standardOutput">Where <c>-</c> goes; it stays open.</param>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be made.</exception>
    public static NdjsonOutput Open(string path, IReadOnlyCollection<EventStream> streams, Stream standardOutput)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(streams);
        if (path == "-")
        {
            return To(standardOutput, streams);
        }

        var isFile = Path.GetExtension(path) is ".ndjson" or ".jsonl" or ".json";
        Directory.CreateDirectory((isFile ? Path.GetDirectoryName(Path.GetFullPath(path)) : path)!);
        var output = new NdjsonOutput(leaveOpen: false);
        var shared = isFile ? File.Create(path) : null;
        foreach (var stream in streams)
        {
            output._outputs[(int)stream] = shared ?? File.Create(Path.Combine(path, stream.Name() + ".ndjson"));
        }

        return output;
    }

    /// <summary>Writes all streams into one stream, which stays open.</summary>
    public static NdjsonOutput To(Stream stream, IReadOnlyCollection<EventStream> streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        var output = new NdjsonOutput(leaveOpen: true);
        foreach (var written in streams)
        {
            output._outputs[(int)written] = stream;
        }

        return output;
    }

    /// <summary>Where a stream goes; null when it is left out.</summary>
    internal Stream? Of(EventStream stream) => _outputs[(int)stream];

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var stream in _outputs.OfType<Stream>().Distinct())
        {
            await stream.FlushAsync();
            if (!_leaveOpen)
            {
                await stream.DisposeAsync();
            }
        }
    }
}
