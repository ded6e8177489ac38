using System.Globalization;
using CasinoFloor.Engine.Drawing;

namespace CasinoFloor.Engine.Layouts;

/// <summary>What can be done to a draft: choose, move, turn, take off the floor, place. Used by one task at a time.</summary>
/// <param name="document">The draft.</param>
/// <param name="machineSize">Edge of a machine in the unit of the coordinates.</param>
public sealed class LayoutEditor(LayoutDocument document, double machineSize)
{
    /// <summary>The draft.</summary>
    public LayoutDocument Document => document;

    /// <summary>The machines that are chosen.</summary>
    public LayoutSelection Selection { get; } = new();

    /// <summary>To what machines snap.</summary>
    public SnapRule Snap { get; set; } = new(0.5, ToNeighbours: true);

    /// <summary>Edge of a machine.</summary>
    public double MachineSize => machineSize;

    private IEnumerable<int> Placed => Selection.Indexes.Where(index => document.At(index) is not null);

    /// <summary>A machine was pressed.</summary>
    /// <param name="index">The machine.</param>
    /// <param name="extend">Whether the others that are chosen stay so; then the machine is chosen or let go of.</param>
    public void Choose(int index, bool extend)
    {
        if (!Knows(index))
        {
            return;
        }

        if (extend)
        {
            Selection.Toggle(index);
        }
        else if (!Selection.Has(index))
        {
            Selection.Set([index]);
        }
    }

    /// <summary>Chooses the bank of a machine; a machine without a bank alone.</summary>
    public void ChooseBank(int index, bool extend)
    {
        if (!Knows(index))
        {
            return;
        }

        var place = document.Places[index];
        Selection.Set(
            place.Bank.Length == 0 ? [index] : Where(other => other.At is not null && other.Bank == place.Bank && other.FloorSection == place.FloorSection),
            extend);
    }

    /// <summary>Chooses the machines whose centres lie in a rectangle.</summary>
    public void ChooseWithin(FloorPoint corner, FloorPoint opposite, bool extend)
    {
        var (left, right) = (Math.Min(corner.X, opposite.X), Math.Max(corner.X, opposite.X));
        var (top, bottom) = (Math.Min(corner.Y, opposite.Y), Math.Max(corner.Y, opposite.Y));
        Selection.Set(Where(place => place.At is { } at && at.X >= left && at.X <= right && at.Y >= top && at.Y <= bottom), extend);
    }

    /// <summary>Chooses all machines on the floor.</summary>
    public void ChooseAll() => Selection.Set(Where(place => place.At is not null));

    /// <summary>Where the chosen machines would go if one of them were dragged; changes nothing.</summary>
    /// <param name="dragged">The machine under the pointer, one of those chosen.</param>
    /// <param name="dx">By how much to the right.</param>
    /// <param name="dy">By how much down.</param>
    /// <param name="tolerance">How near a neighbour's line must be to snap to it.</param>
    public SnappedMove Preview(int dragged, double dx, double dy, double tolerance)
    {
        if (!Knows(dragged) || !LayoutPlace.IsWithin(new FloorPoint(dx, dy)) || document.At(dragged) is not { } from)
        {
            return new SnappedMove(0, 0, []);
        }

        return LayoutSnap.Move(from, dx, dy, Staying(), machineSize, tolerance, Snap);
    }

    /// <summary>Moves the chosen machines as <see cref="Preview"/> said.</summary>
    public void Drag(int dragged, double dx, double dy, double tolerance)
    {
        var move = Preview(dragged, dx, dy, tolerance);
        Move("Move", "", move.X, move.Y);
    }

    /// <summary>Moves the chosen machines by the grid's step, or a tenth of the unit without a grid.</summary>
    /// <param name="columns">Steps to the right.</param>
    /// <param name="rows">Steps down.</param>
    public void Nudge(int columns, int rows)
    {
        var step = Snap.Grid > 0 ? Snap.Grid : 0.1;
        Move("Nudge", "nudge", columns * step, rows * step);
    }

    /// <summary>Turns the chosen machines by a quarter around their common middle, clockwise.</summary>
    public void Turn()
    {
        var points = Placed.Select(index => document.At(index)!.Value).ToList();
        if (points.Count == 0)
        {
            return;
        }

        var x = (points.Min(point => point.X) + points.Max(point => point.X)) / 2;
        var y = (points.Min(point => point.Y) + points.Max(point => point.Y)) / 2;
        MoveAll($"Turn {Machines(points.Count)}", "", at => new FloorPoint(x - (at.Y - y), y + (at.X - x)));
    }

    /// <summary>Takes the chosen machines off the floor.</summary>
    public void Unplace() => document.Do(document.Edit($"Take {Machines(Placed.Count())} off the floor", Placed.Select(index => (index, document.Places[index] with { At = null }))));

    /// <summary>Puts a machine on the floor, and chooses it. A machine that stands elsewhere moves.</summary>
    public void Place(int index, FloorPoint at, double tolerance)
    {
        if (!Knows(index) || !LayoutPlace.IsWithin(at))
        {
            return;
        }

        Selection.Set([index]);
        var move = LayoutSnap.Move(at, 0, 0, Staying(), machineSize, tolerance, Snap);
        Put($"Place {document.Places[index].MachineId}", index, new FloorPoint(at.X + move.X, at.Y + move.Y));
    }

    /// <summary>Puts a machine where exactly it is to stand, snapping to nothing; beyond <see cref="LayoutPlace.Farthest"/> nothing happens.</summary>
    public void Put(string title, int index, FloorPoint at)
    {
        if (Knows(index) && LayoutPlace.IsWithin(at))
        {
            document.Do(document.Edit(title, [(index, document.Places[index].MovedTo(at.X, at.Y))]));
        }
    }

    /// <summary>Puts the chosen machines into a bank; an empty name takes them out of theirs.</summary>
    public void SetBank(string bank)
    {
        ArgumentNullException.ThrowIfNull(bank);
        document.Do(document.Edit(
            bank.Length == 0 ? $"Take {Machines(Selection.Count)} out of their bank" : $"Put {Machines(Selection.Count)} into bank {bank}",
            Selection.Indexes.Select(index => (index, document.Places[index] with { Bank = bank }))));
    }

    /// <summary>Takes the last step back and chooses what it had changed.</summary>
    public void Undo() => ChooseChanged(document.Undo());

    /// <summary>Does again what was taken back last.</summary>
    public void Redo() => ChooseChanged(document.Redo());

    /// <summary>"1 machine", "12 machines".</summary>
    public static string Machines(int count) => count == 1 ? "1 machine" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} machines");

    private void ChooseChanged(LayoutEdit? edit)
    {
        if (edit is { Changes.Count: > 0 })
        {
            Selection.Set(edit.Changes.Select(change => change.Index));
        }
    }

    private void Move(string verb, string run, double dx, double dy)
    {
        if (dx == 0 && dy == 0)
        {
            return;
        }

        MoveAll($"{verb} {Machines(Placed.Count())}", run, at => new FloorPoint(at.X + dx, at.Y + dy));
    }

    // All or none: they keep their places among each other.
    private void MoveAll(string title, string run, Func<FloorPoint, FloorPoint> move)
    {
        var moved = Placed.Select(index => (Index: index, At: move(document.At(index)!.Value))).ToList();
        if (moved.TrueForAll(machine => LayoutPlace.IsWithin(machine.At)))
        {
            document.Do(document.Edit(title, moved.Select(machine => (machine.Index, document.Places[machine.Index].MovedTo(machine.At.X, machine.At.Y)))) with { Run = run });
        }
    }

    private IEnumerable<FloorPoint> Staying() =>
        document.Places.Index().Where(place => place.Item.At is not null && !Selection.Has(place.Index)).Select(place => place.Item.At!.Value);

    private IEnumerable<int> Where(Func<LayoutPlace, bool> holds) => document.Places.Index().Where(place => holds(place.Item)).Select(place => place.Index);

    private bool Knows(int index) => index >= 0 && index < document.Places.Count;
}
