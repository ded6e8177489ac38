using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace CasinoFloor.Web.Sources.Replay;

/// <summary>A file, or standard input, that is to be replayed.</summary>
internal sealed class ReplayInput
{
    private const int FingerprintBytes = 64 * 1024;
    private readonly Stream? _standardInput;

    private ReplayInput(string path, string name, string source, long? length, Stream? standardInput)
    {
        Path = path;
        Name = name;
        Source = source;
        Length = length;
        _standardInput = standardInput;
    }

    /// <summary>Where it is; empty for standard input.</summary>
    public string Path { get; }

    /// <summary>Its name for an operator.</summary>
    public string Name { get; }

    /// <summary>Its name in checkpoints, the same after a restart: <c>file:NAME#FINGERPRINT</c>.</summary>
    public string Source { get; }

    /// <summary>Its length in bytes, compressed; null is unknown.</summary>
    public long? Length { get; }

    /// <summary>Whether it is standard input, which can be read only once and may go on for ever.</summary>
    public bool IsLive => _standardInput is not null;

    /// <summary>Takes a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static ReplayInput File(string path)
    {
        using var stream = OpenFile(path);
        var name = System.IO.Path.GetFileName(path);
        return new ReplayInput(path, name, $"file:{name}#{Fingerprint(stream)}", stream.Length, null);
    }

    /// <summary>Takes standard input; <paramref name="boot"/> makes its checkpoints this process's own, since it cannot be resumed.</summary>
    public static ReplayInput StandardInput(Stream stream, string boot) => new("", "standard input", $"stdin:{boot}", null, stream);

    /// <summary>Opens it, expanded where it is a gzip (whatever its name is).</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public (Stream Content, CountingStream Raw) Open()
    {
        var raw = new CountingStream(_standardInput ?? OpenFile(Path), leaveOpen: IsLive);
        return (!IsLive && IsGzip ? new GZipStream(raw, CompressionMode.Decompress) : raw, raw);
    }

    /// <summary>Whether the file is a gzip, by its first bytes.</summary>
    public bool IsGzip
    {
        get
        {
            using var stream = OpenFile(Path);
            Span<byte> magic = stackalloc byte[2];
            return stream.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic[0] == 0x1F && magic[1] == 0x8B;
        }
    }

    /// <summary>Opens the file's own bytes.</summary>
    public static FileStream OpenFile(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);

    /// <summary>Length and a hash of the first and last 64 KiB: cheap for any size, and another file's is another one.</summary>
    private static string Fingerprint(FileStream stream)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, stream.Length);
        hash.AppendData(length);
        var buffer = new byte[FingerprintBytes];
        hash.AppendData(buffer, 0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        stream.Position = Math.Max(0, stream.Length - buffer.Length);
        hash.AppendData(buffer, 0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
