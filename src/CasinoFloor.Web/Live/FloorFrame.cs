namespace CasinoFloor.Web.Live;

/// <summary>Whether a frame stands alone.</summary>
public enum FrameKind : byte
{
    /// <summary>Every machine.</summary>
    Snapshot = 1,

    /// <summary>The machines that changed since the base frame.</summary>
    Delta = 2,
}

/// <summary>An encoded frame. Immutable, and the same instance for every viewer that needs it; layout: <see cref="FrameCodec"/>.</summary>
public sealed class FloorFrame
{
    internal FloorFrame(FrameKind kind, uint sequence, uint baseSequence, byte[] bytes)
    {
        Kind = kind;
        Sequence = sequence;
        BaseSequence = baseSequence;
        Bytes = bytes;
    }

    /// <summary>Snapshot or delta.</summary>
    public FrameKind Kind { get; }

    /// <summary>The picture it leads to.</summary>
    public uint Sequence { get; }

    /// <summary>The picture that a delta starts from; 0 for a snapshot.</summary>
    public uint BaseSequence { get; }

    /// <summary>The bytes as sent. Shared: never to be written to.</summary>
    public byte[] Bytes { get; }
}
