using System.Runtime.InteropServices;
using CasinoFloor.Engine.Floor;

namespace CasinoFloor.Engine.State;

/// <summary>The hand pays at or over the large-win threshold: the newest for the feed, and those that still lock a machine.</summary>
internal sealed class JackpotBook
{
    /// <summary>How many the feed shows.</summary>
    public const int FeedLength = 50;

    private readonly List<JackpotEntry> _feed = [];
    private readonly Dictionary<int, List<OpenJackpot>> _open = [];
    private JackpotEntry[]? _snapshot = [];

    /// <summary>The newest hand pays, newest first; immutable.</summary>
    public IReadOnlyList<JackpotEntry> Feed => _snapshot ??= [.. _feed];

    /// <summary>Takes a hand pay in.</summary>
    /// <param name="entry">Its row.</param>
    /// <param name="start">The ticks in its identity.</param>
    public void Add(JackpotEntry entry, long start)
    {
        var position = 0;
        while (position < _feed.Count && _feed[position].EventTime > entry.EventTime)
        {
            position++;
        }

        _feed.Insert(position, entry);
        if (_feed.Count > FeedLength)
        {
            _feed.RemoveAt(FeedLength);
        }

        if (entry.ResetAt is null)
        {
            ref var open = ref CollectionsMarshal.GetValueRefOrAddDefault(_open, entry.Machine, out _);
            (open ??= []).Add(new OpenJackpot(entry, start));
        }

        _snapshot = null;
    }

    /// <summary>Settles the machine's hand pays won before a moment (or also at it), and gives them.</summary>
    public IReadOnlyList<OpenJackpot> Reset(int machine, DateTime resetAt, bool inclusive) =>
        Settle(machine, resetAt, o => o.Entry.EventTime < resetAt || (inclusive && o.Entry.EventTime == resetAt));

    /// <summary>Settles one hand pay by its identity.</summary>
    public void Reset(int machine, string id, DateTime resetAt) => Settle(machine, resetAt, o => o.Entry.Id == id);

    /// <summary>The newest hand pay that locks the machine; null when none does.</summary>
    public JackpotEntry? LockedBy(int machine) =>
        _open.TryGetValue(machine, out var open) ? open.MaxBy(o => o.Entry.EventTime).Entry : null;

    private List<OpenJackpot> Settle(int machine, DateTime resetAt, Predicate<OpenJackpot> which)
    {
        if (!_open.TryGetValue(machine, out var open))
        {
            return [];
        }

        var settled = open.FindAll(which);
        foreach (var jackpot in settled)
        {
            open.Remove(jackpot);
            Mark(jackpot.Entry.Id, resetAt);
        }

        if (open.Count == 0)
        {
            _open.Remove(machine);
        }

        return settled;
    }

    private void Mark(string id, DateTime resetAt)
    {
        var position = _feed.FindIndex(e => e.Id == id);
        if (position >= 0)
        {
            _feed[position] = _feed[position] with { ResetAt = resetAt };
        }

        _snapshot = null;
    }
}

/// <summary>A hand pay that locks its machine.</summary>
/// <param name="Entry">Its row in the feed.</param>
/// <param name="Start">The ticks in its identity.</param>
internal readonly record struct OpenJackpot(JackpotEntry Entry, long Start);
