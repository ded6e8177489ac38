using System.Buffers.Binary;
using System.Runtime.InteropServices;
using CasinoFloor.Engine.Floor;

namespace CasinoFloor.Web.Live;

/// <summary>
/// The binary frame. Little-endian; read in the browser by <c>wwwroot/js/floor/frameReader.js</c>, which mirrors this file.
/// <code>
/// offset size
///      0    4  magic "CFF2" (the digit is the version of this layout)
///      4    1  kind: 1 snapshot, 2 delta
///      5    3  zero
///      8    4  u32 sequence
///     12    4  u32 base sequence: what a delta starts from; 0 in a snapshot
///     16    4  u32 layout version: the machines' indexes mean this layout
///     20    4  u32 machines
///     24    4  u32 records that follow
///     28    4  f32 how long before the newest event the oldest one since the picture before was received, milliseconds; NaN where there was none
///     32    8  f64 engine's clock, Unix milliseconds
///     40    8  f64 server's wall clock when the frame's picture was taken, Unix milliseconds
///     48    8  f64 wall clock at which the newest event was received, Unix milliseconds; NaN before the first
///     56       records
/// snapshot record (7): status, flags, heat, coin-in, hold, occupancy, last win   machine = position of the record
/// delta record (11):   u32 machine index, then the same seven bytes
/// </code>
/// </summary>
public static class FrameCodec
{
    /// <summary>"CFF2" read as a little-endian u32.</summary>
    public const uint Magic = 0x32464643;

    /// <summary>Bytes before the first record.</summary>
    public const int HeaderSize = 56;

    /// <summary>Bytes of a delta record.</summary>
    public const int DeltaRecordSize = 4 + MachineCell.Size;

    /// <summary>Encodes every machine of a picture.</summary>
    public static FloorFrame Snapshot(FloorPicture picture)
    {
        var cells = MemoryMarshal.AsBytes(picture.Cells.Span);
        var bytes = new byte[HeaderSize + cells.Length];
        WriteHeader(bytes, FrameKind.Snapshot, 0, picture, picture.Cells.Length);
        cells.CopyTo(bytes.AsSpan(HeaderSize));
        return new FloorFrame(FrameKind.Snapshot, picture.Sequence, 0, bytes);
    }

    /// <summary>
    /// Encodes what differs between two pictures of the same layout; null where a snapshot would be no longer.
    /// </summary>
    public static FloorFrame? Delta(FloorPicture from, FloorPicture to)
    {
        var before = from.Cells.Span;
        var after = to.Cells.Span;
        var changed = CountChanges(before, after);
        if ((long)changed * DeltaRecordSize > (long)after.Length * MachineCell.Size)
            return null;

        var bytes = new byte[HeaderSize + (changed * DeltaRecordSize)];
        WriteHeader(bytes, FrameKind.Delta, from.Sequence, to, changed);
        var record = bytes.AsSpan(HeaderSize);
        for (var i = 0; record.Length > 0; i++)
        {
            if (before[i] == after[i])
                continue;

            BinaryPrimitives.WriteUInt32LittleEndian(record, (uint)i);
            MemoryMarshal.Write(record[4..], in after[i]);
            record = record[DeltaRecordSize..];
        }

        return new FloorFrame(FrameKind.Delta, to.Sequence, from.Sequence, bytes);
    }

    private static int CountChanges(ReadOnlySpan<MachineCell> before, ReadOnlySpan<MachineCell> after)
    {
        // Equal references: a tick that changed no machine passes the array on.
        if (before == after)
            return 0;

        var changed = 0;
        for (var i = 0; i < after.Length; i++)
        {
            if (before[i] != after[i])
                changed++;
        }

        return changed;
    }

    private static void WriteHeader(Span<byte> header, FrameKind kind, uint baseSequence, FloorPicture picture, int records)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(header, Magic);
        header[4] = (byte)kind;
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], picture.Sequence);
        BinaryPrimitives.WriteUInt32LittleEndian(header[12..], baseSequence);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], (uint)picture.Layout.DrawnVersion);
        BinaryPrimitives.WriteUInt32LittleEndian(header[20..], (uint)picture.Cells.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[24..], (uint)records);
        BinaryPrimitives.WriteSingleLittleEndian(header[28..], Spread(picture.Summary));
        BinaryPrimitives.WriteDoubleLittleEndian(header[32..], UnixMilliseconds(picture.Summary.AsOf));
        BinaryPrimitives.WriteDoubleLittleEndian(header[40..], UnixMilliseconds(picture.TakenAt));
        BinaryPrimitives.WriteDoubleLittleEndian(header[48..], picture.Summary.LastReceived is { } at ? UnixMilliseconds(at) : double.NaN);
    }

    private static float Spread(FloorSummary summary) =>
        summary is { FirstReceived: { } first, LastReceived: { } last } ? (float)(last - first).TotalMilliseconds : float.NaN;

    private static double UnixMilliseconds(DateTime utc) => (utc - DateTime.UnixEpoch).TotalMilliseconds;
}
