using System.Buffers.Binary;
using CasinoFloor.Web.Live;

namespace CasinoFloor.Benchmarks.Runs.Viewers;

/// <summary>The header of a frame; see <see cref="FrameCodec"/>.</summary>
internal readonly struct FrameHeader
{
    public FrameHeader(ReadOnlySpan<byte> frame)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(frame) != FrameCodec.Magic)
        {
            throw new FormatException("Not a frame of the floor's map.");
        }

        IsSnapshot = frame[4] == (byte)FrameKind.Snapshot;
        Sequence = BinaryPrimitives.ReadUInt32LittleEndian(frame[8..]);
        BaseSequence = BinaryPrimitives.ReadUInt32LittleEndian(frame[12..]);
        Machines = BinaryPrimitives.ReadUInt32LittleEndian(frame[20..]);
        TakenAt = DateTime.UnixEpoch.AddMilliseconds(BinaryPrimitives.ReadDoubleLittleEndian(frame[40..]));
        Length = frame.Length;
    }

    public bool IsSnapshot { get; }

    public uint Sequence { get; }

    public uint BaseSequence { get; }

    public uint Machines { get; }

    public DateTime TakenAt { get; }

    public int Length { get; }
}
