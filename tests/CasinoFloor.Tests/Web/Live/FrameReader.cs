using System.Buffers.Binary;
using CasinoFloor.Web.Live;
using Xunit;

namespace CasinoFloor.Tests.Web.Live;

/// <summary>Reads frames as a browser does: written from the documented layout, not from the encoder.</summary>
internal sealed class FrameReader
{
    public uint Sequence { get; private set; }

    public double EngineClock { get; private set; }

    public double ServerClock { get; private set; }

    public double NewestReceived { get; private set; }

    public float Spread { get; private set; }

    public byte[][] Cells { get; private set; } = [];

    public int Records { get; private set; }

    /// <summary>Applies a frame; false when it does not follow what is shown.</summary>
    public bool Apply(ReadOnlySpan<byte> frame)
    {
        Assert.Equal("CFF2"u8, frame[..4]);
        var kind = frame[4];
        var machines = (int)BinaryPrimitives.ReadUInt32LittleEndian(frame[20..]);
        Records = (int)BinaryPrimitives.ReadUInt32LittleEndian(frame[24..]);
        if (kind == (byte)FrameKind.Snapshot)
        {
            Assert.Equal(56 + (machines * 7), frame.Length);
            Cells = new byte[machines][];
            for (var i = 0; i < machines; i++)
            {
                Cells[i] = frame.Slice(56 + (i * 7), 7).ToArray();
            }
        }
        else
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(frame[12..]) != Sequence)
                return false;

            Assert.Equal(56 + (Records * 11), frame.Length);
            for (var i = 0; i < Records; i++)
            {
                var record = frame.Slice(56 + (i * 11), 11);
                Cells[BinaryPrimitives.ReadUInt32LittleEndian(record)] = record[4..].ToArray();
            }
        }

        Sequence = BinaryPrimitives.ReadUInt32LittleEndian(frame[8..]);
        Spread = BinaryPrimitives.ReadSingleLittleEndian(frame[28..]);
        EngineClock = BinaryPrimitives.ReadDoubleLittleEndian(frame[32..]);
        ServerClock = BinaryPrimitives.ReadDoubleLittleEndian(frame[40..]);
        NewestReceived = BinaryPrimitives.ReadDoubleLittleEndian(frame[48..]);
        return true;
    }

    /// <summary>Asserts that what is shown is what the floor has.</summary>
    public void AssertShows(FakeFloor floor)
    {
        Assert.Equal(floor.Views.Length, Cells.Length);
        for (var i = 0; i < Cells.Length; i++)
        {
            var cell = MachineCell.From(floor[i]);
            Assert.Equal([(byte)cell.Status, (byte)cell.Flags, cell.Heat, cell.CoinIn, cell.Hold, (byte)cell.Occupancy, cell.LastWin], Cells[i]);
        }
    }
}
