using CasinoFloor.Engine.Events;

namespace CasinoFloor.Eventhouse.Rows;

/// <summary>What is to be stored of a batch, row by row: the same for both Eventhouses.</summary>
/// <typeparam name="TRow">Takes the columns of a row.</typeparam>
internal sealed class BatchRows<TRow>
    where TRow : IRowWriter, allows ref struct
{
    /// <summary>Takes slot events.</summary>
    public required IRowTable<TRow> Slots { get; init; }

    /// <summary>Takes table-game events.</summary>
    public required IRowTable<TRow> Tables { get; init; }

    /// <summary>Takes security events.</summary>
    public required IRowTable<TRow> Securities { get; init; }

    /// <summary>Takes cage transactions.</summary>
    public required IRowTable<TRow> Cashes { get; init; }

    /// <summary>Takes refused messages.</summary>
    public required IRowTable<TRow> DeadLetters { get; init; }

    /// <summary>Takes closed machine-minutes.</summary>
    public required IRowTable<TRow> Windows { get; init; }

    /// <summary>Writes the events that are stored, the refused messages and the closed minutes of a batch.</summary>
    public void Write(PinnedBatch pinned, RowOrigin origin)
    {
        var batch = pinned.Batch;
        foreach (ref readonly var slot in batch.Slots.Items)
        {
            if (RowOrigin.IsStored(slot.Outcome))
            {
                var row = Slots.BeginRow();
                SlotRows.Write(ref row, pinned, in slot, origin);
                Slots.EndRow(batch.Messages[slot.Message]);
            }
        }

        foreach (ref readonly var game in batch.Tables.Items)
        {
            if (RowOrigin.IsStored(game.Outcome))
            {
                var row = Tables.BeginRow();
                TableRows.Write(ref row, pinned, in game, origin);
                Tables.EndRow(batch.Messages[game.Message]);
            }
        }

        foreach (ref readonly var security in batch.Securities.Items)
        {
            if (RowOrigin.IsStored(security.Outcome))
            {
                var row = Securities.BeginRow();
                SecurityRows.Write(ref row, pinned, in security, origin);
                Securities.EndRow(batch.Messages[security.Message]);
            }
        }

        foreach (ref readonly var cash in batch.Cashes.Items)
        {
            if (RowOrigin.IsStored(cash.Outcome))
            {
                var row = Cashes.BeginRow();
                CashRows.Write(ref row, pinned, in cash, origin);
                Cashes.EndRow(batch.Messages[cash.Message]);
            }
        }

        var received = batch.ReceivedTicks == 0 ? origin.IngestedTicks : batch.ReceivedTicks;
        foreach (ref readonly var rejection in batch.Rejections.Items)
        {
            var row = DeadLetters.BeginRow();
            DeadLetterRows.Write(ref row, pinned, in rejection, origin, received);
            DeadLetters.EndRow(batch.Messages[rejection.Message]);
        }

        Write(batch.Windows);
    }

    /// <summary>Writes machine-minutes.</summary>
    public void Write(IEnumerable<ActivityWindow> windows)
    {
        foreach (var window in windows)
        {
            var row = Windows.BeginRow();
            WindowRows.Write(ref row, window);
            Windows.EndRow();
        }
    }
}
