using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace CasinoFloor.Eventhouse.Embedded.Vectors;

/// <summary>Pinned memory for texts that lie in no batch: reused after every chunk, so that it stays as small as one chunk needs.</summary>
internal sealed unsafe class TextArena
{
    private const int BlockSize = 1 << 16;
    private readonly List<byte[]> _blocks = [];
    private int _block;
    private int _used;

    /// <summary>Copies a string and gives the place and length of its UTF-8.</summary>
    public byte* Add(string text, out int length)
    {
        var room = Take(Encoding.UTF8.GetMaxByteCount(text.Length));
        length = Encoding.UTF8.GetBytes(text, room);
        _used += length;
        return Place(room);
    }

    /// <summary>Copies bytes and gives their place.</summary>
    public byte* Add(ReadOnlySpan<byte> text)
    {
        var room = Take(text.Length);
        text.CopyTo(room);
        _used += text.Length;
        return Place(room);
    }

    /// <summary>Forgets the texts and keeps the memory of ordinary blocks.</summary>
    public void Reset()
    {
        _blocks.RemoveAll(static block => block.Length > BlockSize);
        _block = 0;
        _used = 0;
    }

    private static byte* Place(Span<byte> room) => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(room));

    private Span<byte> Take(int size)
    {
        while (_block < _blocks.Count && _blocks[_block].Length - _used < size)
        {
            _block++;
            _used = 0;
        }

        if (_block == _blocks.Count)
        {
            _blocks.Add(GC.AllocateUninitializedArray<byte>(Math.Max(BlockSize, size), pinned: true));
            _used = 0;
        }

        return _blocks[_block].AsSpan(_used);
    }
}
