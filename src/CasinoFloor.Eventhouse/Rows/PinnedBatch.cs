using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Eventhouse.Rows;

/// <summary>
/// A batch whose buffer is held in place, so that column vectors can refer to its texts instead of copying them.
/// </summary>
internal sealed unsafe class PinnedBatch : IDisposable
{
    private GCHandle _pin;

    /// <summary>Pins a batch.</summary>
    public PinnedBatch(EventBatch batch)
    {
        Batch = batch;
        _pin = GCHandle.Alloc(batch.Buffer, GCHandleType.Pinned);
        Buffer = (byte*)_pin.AddrOfPinnedObject();
        IsAscii = Ascii.IsValid(batch.Buffer.AsSpan(0, batch.BufferLength));
    }

    /// <summary>The batch.</summary>
    public EventBatch Batch { get; }

    /// <summary>Where its buffer lies.</summary>
    public byte* Buffer { get; }

    /// <summary>Whether every byte is ASCII: then no text needs to be checked for well-formed UTF-8.</summary>
    public bool IsAscii { get; }

    /// <inheritdoc />
    public void Dispose() => _pin.Free();

    /// <summary>The text of a slice.</summary>
    public ReadOnlySpan<byte> Text(TextSlice slice) => new(Buffer + slice.Start, slice.Length);
}
