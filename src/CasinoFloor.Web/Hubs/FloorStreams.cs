using System.Runtime.CompilerServices;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.Live;

namespace CasinoFloor.Web.Hubs;

/// <summary>
/// The streams of one reader. An item is made when the reader takes it, from the newest picture, so what a slow reader missed is merged into
/// its next item: it holds nobody up, gets no gap, and never more than one item waits for it.
/// </summary>
internal static class FloorStreams
{
    /// <summary>Snapshot, then deltas of the machines' states.</summary>
    public static async IAsyncEnumerable<FloorMessage> FloorAsync(
        FloorFeed feed, SectionFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var viewer = feed.Watch();
        FloorPicture? shown = null;
        while (true)
        {
            var picture = await viewer.NextPictureAsync(cancellation).ConfigureAwait(false);
            yield return FloorMessages.Floor(shown, picture, filter);
            shown = picture;
        }
    }

    /// <summary>The newest hand pays, then those that are new or were reset.</summary>
    public static async IAsyncEnumerable<JackpotsMessage> JackpotsAsync(
        FloorFeed feed, SectionFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var viewer = feed.Watch();
        ListChanges<JackpotEntry>? known = null;
        while (true)
        {
            var picture = await viewer.NextPictureAsync(cancellation).ConfigureAwait(false);
            var isFirst = known is null;
            known ??= new ListChanges<JackpotEntry>(entry => entry.Id);
            known.Take([.. picture.Summary.Jackpots.Where(entry => filter.Includes(entry.FloorSection))]);
            if (isFirst || known.Changed.Count > 0)
            {
                yield return new JackpotsMessage
                {
                    Kind = isFirst ? FloorMessages.Snapshot : FloorMessages.Delta,
                    Jackpots = [.. known.Changed.Select(FloorMessages.Jackpot)],
                };
            }
        }
    }

    /// <summary>The conditions that hold, then those that begin and end.</summary>
    public static async IAsyncEnumerable<FindingsMessage> FindingsAsync(
        FloorFeed feed, SectionFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var viewer = feed.Watch();
        ListChanges<AttentionEntry>? known = null;
        IReadOnlyList<AttentionEntry>? seen = null;
        while (true)
        {
            var picture = await viewer.NextPictureAsync(cancellation).ConfigureAwait(false);
            if (ReferenceEquals(seen, picture.Summary.Attention))
                continue;

            seen = picture.Summary.Attention;
            var isFirst = known is null;
            known ??= new ListChanges<AttentionEntry>(entry => entry.Id);
            known.Take([.. picture.Summary.Attention.Where(entry => entry.Machine < 0 ? filter.IsAll : filter.Includes(entry.FloorSection))]);
            if (isFirst || known.Changed.Count + known.Gone.Count > 0)
            {
                yield return new FindingsMessage
                {
                    Kind = isFirst ? FloorMessages.Snapshot : FloorMessages.Delta,
                    Raised = [.. known.Changed.Select(FloorMessages.Finding)],
                    Cleared = known.Gone,
                };
            }
        }
    }
}
