using System.Buffers.Binary;
using System.Text;

namespace CasinoFloor.Web.Live.Viewers;

/// <summary>What a browser may say.</summary>
internal enum ViewerRequestKind : byte
{
    /// <summary>A frame is shown, or did not fit.</summary>
    Shown = 1,

    /// <summary>A question for the server's clock.</summary>
    Clock = 2,

    /// <summary>The window of the key figures.</summary>
    Window = 3,

    /// <summary>How long events took to the screen.</summary>
    Drawn = 4,
}

/// <summary>
/// A message from a browser, little-endian; written by <c>wwwroot/js/floor/frames.js</c>.
/// <code>
/// 1, u32 sequence                       the frame is shown; 0: it did not fit, layout and snapshot are wanted
/// 2, f64 browser's clock                to be answered at once with the server's
/// 3, up to 16 ASCII characters          window of the key figures
/// 4, f32 p50, f32 p99                   of the last minute: event received until drawn, in milliseconds
/// </code>
/// </summary>
internal readonly record struct ViewerRequest(ViewerRequestKind Kind)
{
    /// <summary>Bytes of the longest message.</summary>
    public const int MaxSize = 17;

    /// <summary>The frame that is shown, 0 for none.</summary>
    public uint Number { get; private init; }

    /// <summary>The browser's clock, whatever it counts from.</summary>
    public double Clock { get; private init; }

    /// <summary>The window's code.</summary>
    public string Window { get; private init; } = "";

    /// <summary>Half of the events were drawn within this time.</summary>
    public TimeSpan Median { get; private init; }

    /// <summary>99 of 100 events were drawn within this time.</summary>
    public TimeSpan P99 { get; private init; }

    /// <summary>Reads a message; null for one that no page of ours sends.</summary>
    public static ViewerRequest? Parse(ReadOnlySpan<byte> message)
    {
        if (message.IsEmpty)
            return null;

        var body = message[1..];
        var kind = (ViewerRequestKind)message[0];
        return (kind, body.Length) switch
        {
            (ViewerRequestKind.Shown, 4) => new ViewerRequest(kind) { Number = BinaryPrimitives.ReadUInt32LittleEndian(body) },
            (ViewerRequestKind.Clock, 8) when BinaryPrimitives.ReadDoubleLittleEndian(body) is var clock && double.IsFinite(clock)
                => new ViewerRequest(kind) { Clock = clock },
            (ViewerRequestKind.Window, <= 16) when Ascii.IsValid(body) => new ViewerRequest(kind) { Window = Encoding.ASCII.GetString(body) },
            (ViewerRequestKind.Drawn, 8) when Milliseconds(body) is { } median && Milliseconds(body[4..]) is { } p99
                => new ViewerRequest(kind) { Median = median, P99 = p99 },
            _ => null,
        };
    }

    // An hour is more than any page waits; what is beyond is no measurement.
    private static TimeSpan? Milliseconds(ReadOnlySpan<byte> bytes) =>
        BinaryPrimitives.ReadSingleLittleEndian(bytes) is >= 0 and <= 3_600_000 and var value ? TimeSpan.FromMilliseconds(value) : null;
}
