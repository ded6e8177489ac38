using System.Text;
using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Events;
using Xunit;

namespace CasinoFloor.Tests.Engine.Decoding;

public sealed class EventIdentityTests
{
    private static readonly EventIdentity Identity = new(42);

    [Fact]
    public void OfText_SameTextAndSeed_IsTheSame() =>
        Assert.Equal(Identity.OfText("event-1"u8), new EventIdentity(42).OfText("event-1"u8));

    [Fact]
    public void OfText_OtherSeed_IsAnother() =>
        Assert.NotEqual(Identity.OfText("event-1"u8), new EventIdentity(43).OfText("event-1"u8));

    [Fact]
    public void Of_ManyTextsLengthsAndPositions_AreDistinctInEachHalf()
    {
        var low = new HashSet<ulong>();
        var high = new HashSet<ulong>();
        var count = 0;
        for (var i = 0; i < 200_000; i++)
        {
            Check(Identity.OfText(Encoding.UTF8.GetBytes($"SLOT-{i}")));
            Check(Identity.OfPosition(i & 7, i >> 3));
        }

        for (var length = 1; length < 200; length++)
        {
            Check(Identity.OfText(new byte[length]));
        }

        void Check(UInt128 identity)
        {
            count++;
            low.Add((ulong)identity);
            high.Add((ulong)(identity >> 64));
        }

        Assert.Equal((count, count), (low.Count, high.Count));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(36)]
    public void OfText_OneBitFlipped_FlipsAboutHalfTheBits(int length)
    {
        var random = new Random(1);
        var text = new byte[length];
        var flips = 0;
        const int Rounds = 200;
        for (var round = 0; round < Rounds; round++)
        {
            random.NextBytes(text);
            var before = Identity.OfText(text);
            for (var bit = 0; bit < length * 8; bit++)
            {
                text[bit / 8] ^= (byte)(1 << (bit % 8));
                flips += (int)UInt128.PopCount(before ^ Identity.OfText(text));
                text[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }

        Assert.InRange(flips / (double)(Rounds * length * 8), 62, 66);
    }

    [Fact]
    public void Decode_EventIdsAndPositions_IdentifyEvents()
    {
        var batch = Decoded.Batch(
            EventStream.Slot, Decoded.Spin("\"event_id\":\"a\""), Decoded.Spin(), Decoded.Spin("\"event_id\":\"\\u0061\""), Decoded.Spin());
        new EventDecoder(Decoded.Dialects, new DecodingOptions(), Identity).Decode(batch, Decoded.Now.Ticks);

        Assert.Equal(Identity.OfText("a"u8), batch.Slots[0].Identity);
        Assert.Equal(batch.Slots[0].Identity, batch.Slots[2].Identity);
        Assert.Equal(Identity.OfPosition(0, 1), batch.Slots[1].Identity);
        Assert.Equal(Identity.OfPosition(0, 3), batch.Slots[3].Identity);
        Assert.Equal([true, false, true, false], batch.Slots.Items.ToArray().Select(slot => !slot.EventId.IsEmpty));
    }
}
