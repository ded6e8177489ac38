using System.Collections.Concurrent;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.Components.KeyFigures;
using CasinoFloor.Web.Components.Shared;
using CasinoFloor.Web.Live.Viewers;

namespace CasinoFloor.Web.Components.Panels;

/// <summary>The panels beside the map at one moment. Messages are written by the first viewer that needs them and kept for the others.</summary>
/// <param name="number">Another one for each sheet.</param>
/// <param name="at">The wall clock of the picture that it was written of, UTC.</param>
/// <param name="summary">The floor at that moment; null before the first event.</param>
/// <param name="view">The strip of key figures.</param>
internal sealed class PanelSheet(long number, DateTime at, FloorSummary? summary, KpiView view) : IPanelSheet
{
    // By number, not by sheet: sheets would keep each other alive.
    private readonly ConcurrentDictionary<long, Lazy<byte[]?>> _messages = new();
    private readonly string _words = MapWords.Of(summary);

    public DateTime At => at;

    /// <inheritdoc />
    public byte[]? Since(IPanelSheet? shown) => ReferenceEquals(shown, this) ? null : Message((PanelSheet?)shown);

    private byte[]? Message(PanelSheet? shown) => _messages.GetOrAdd(
        shown?.Key ?? 0,
        static (_, pair) => new Lazy<byte[]?>(() => pair.now.Write(pair.shown)),
        (shown, now: this)).Value;

    private long Key => number;

    private byte[]? Write(PanelSheet? shown)
    {
        var message = new PanelMessage
        {
            Figures = ReferenceEquals(shown?.View, view) ? null : FiguresMessage.Between(shown?.View, view),
            Jackpots = shown is not null && ReferenceEquals(shown.Summary?.Jackpots, summary?.Jackpots)
                ? null
                : ListMessage.Between(shown?.Summary?.Jackpots, summary?.Jackpots, JackpotFeed.Note(summary?.Jackpots), entry => entry.Id, FeedRow.Of),
            Attention = shown is not null && ReferenceEquals(shown.Summary?.Attention, summary?.Attention)
                ? null
                : ListMessage.Between(
                    AttentionList.Listed(shown?.Summary?.Attention),
                    AttentionList.Listed(summary?.Attention),
                    AttentionList.Note(summary?.Attention),
                    entry => entry.Id,
                    FeedRow.Of),
            Words = shown?._words == _words ? null : _words,
        };
        return message.Encode();
    }

    private FloorSummary? Summary => summary;

    private KpiView View => view;
}
