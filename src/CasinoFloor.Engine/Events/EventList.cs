namespace CasinoFloor.Engine.Events;

/// <summary>A reusable list of structs that gives references to its items, so that large events are never copied.</summary>
public sealed class EventList<T>
    where T : struct
{
    private T[] _items = [];

    /// <summary>How many items there are.</summary>
    public int Count { get; private set; }

    /// <summary>The items.</summary>
    public Span<T> Items => _items.AsSpan(0, Count);

    /// <summary>An item by reference.</summary>
    public ref T this[int index] => ref Items[index];

    /// <summary>Appends a cleared item and gives its reference, to be filled in place.</summary>
    public ref T Add()
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Math.Max(16, _items.Length * 2));
        }

        ref var item = ref _items[Count++];
        item = default;
        return ref item;
    }

    /// <summary>Takes back the last item (an event that turned out invalid).</summary>
    public void RemoveLast() => Count--;

    /// <summary>Forgets the items and keeps the memory.</summary>
    public void Clear() => Count = 0;
}
