using CasinoFloor.Engine.Drawing;
using CasinoFloor.Engine.Layouts;

namespace CasinoFloor.Tests.Engine.Layouts;

public sealed class LayoutEditorTests
{
    [Fact]
    public void Drag_OfABank_MovesAllOfItAsOneStep()
    {
        var editor = Drafts.Editor();
        editor.ChooseBank(0, extend: false);

        editor.Drag(0, 2.5, -1, tolerance: 0.1);

        Assert.Equal([new FloorPoint(12.5, 9), new FloorPoint(13.5, 9), new FloorPoint(20, 5)], editor.Document.Places.Take(3).Select(place => place.At!.Value));
        Assert.Equal("Move 2 machines", editor.Document.UndoTitle);
        Assert.Equal(2, editor.Document.ChangedCount);
    }

    [Fact]
    public void Undo_AfterDrag_RestoresAndRedoRepeats()
    {
        var editor = Drafts.Editor();
        editor.Choose(2, extend: false);
        editor.Drag(2, 1, 1, 0.1);

        editor.Undo();

        Assert.False(editor.Document.IsChanged);
        Assert.Null(editor.Document.UndoTitle);
        editor.Redo();
        Assert.Equal(new FloorPoint(21, 6), editor.Document.At(2));
        Assert.Null(editor.Document.RedoTitle);
    }

    [Fact]
    public void Do_AfterUndo_ForgetsWhatWasUndone()
    {
        var editor = Drafts.Editor();
        editor.Choose(2, extend: false);
        editor.Drag(2, 1, 1, 0.1);
        editor.Undo();

        editor.Unplace();

        Assert.Null(editor.Document.RedoTitle);
        Assert.Null(editor.Document.At(2));
    }

    [Fact]
    public void Nudge_Repeated_IsOneStepByTheGrid()
    {
        var editor = Drafts.Editor(grid: 0.25);
        editor.Choose(0, extend: false);

        editor.Nudge(1, 0);
        editor.Nudge(1, 0);
        editor.Nudge(0, -1);

        Assert.Equal(new FloorPoint(10.5, 9.75), editor.Document.At(0));
        editor.Undo();
        Assert.Equal(new FloorPoint(10, 10), editor.Document.At(0));
    }

    [Fact]
    public void Nudge_AfterASave_IsAStepOfItsOwn()
    {
        var editor = Drafts.Editor(grid: 1);
        editor.Choose(0, extend: false);
        editor.Nudge(1, 0);
        editor.Document.MarkSaved([.. editor.Document.Places], null);
        editor.Nudge(1, 0);

        editor.Undo();

        Assert.Equal(new FloorPoint(11, 10), editor.Document.At(0));
        Assert.False(editor.Document.IsChanged);
    }

    [Fact]
    public void Nudge_ThereAndBack_LeavesNothingToUndo()
    {
        var editor = Drafts.Editor(grid: 1);
        editor.Choose(2, extend: false);
        editor.Drag(2, 1, 1, 0.1);
        editor.Choose(0, extend: false);

        editor.Nudge(1, 0);
        editor.Nudge(-1, 0);

        Assert.Equal("Move 1 machine", editor.Document.UndoTitle);
    }

    [Fact]
    public void Do_ManyLargeSteps_ForgetsTheOldestAndNeverTheLast()
    {
        const int Machines = LayoutHistory.MostChanges / 4;
        var document = new LayoutDocument(Enumerable.Range(0, Machines).Select(i => Drafts.At($"M-{i}", 0, 0)));
        for (var step = 1; step <= 6; step++)
        {
            document.Do(document.Edit("Move", document.Places.Select((place, i) => (i, place.MovedTo(step, 0))).ToList()));
        }

        Assert.Equal(4, Undone(document));
        Assert.Equal(new FloorPoint(2, 0), document.At(0));
        while (document.Redo() is not null)
        {
        }

        Assert.Equal(4, Undone(document));

        static int Undone(LayoutDocument document)
        {
            var steps = 0;
            while (document.Undo() is not null)
            {
                steps++;
            }

            return steps;
        }
    }

    [Fact]
    public void Nudge_OfOtherMachines_IsAStepOfItsOwn()
    {
        var editor = Drafts.Editor(grid: 1);
        editor.Choose(0, extend: false);
        editor.Nudge(1, 0);
        editor.Choose(2, extend: false);
        editor.Nudge(1, 0);

        editor.Undo();

        Assert.Equal(new FloorPoint(11, 10), editor.Document.At(0));
        Assert.Equal(new FloorPoint(20, 5), editor.Document.At(2));
    }

    [Fact]
    public void Turn_FourTimes_IsWhereItWas()
    {
        var editor = Drafts.Editor();
        editor.ChooseAll();

        editor.Turn();
        var once = editor.Document.At(0);
        editor.Turn();
        editor.Turn();
        editor.Turn();

        Assert.NotEqual(new FloorPoint(10, 10), once);
        Assert.False(editor.Document.IsChanged);
    }

    [Fact]
    public void Place_FromTheTray_PutsItOnTheGridAndChoosesIt()
    {
        var editor = Drafts.Editor(grid: 0.5);

        editor.Place(3, new FloorPoint(4.3, 7.8), 0.1);

        Assert.Equal(new FloorPoint(4.5, 8), editor.Document.At(3));
        Assert.Equal([3], editor.Selection.Indexes);
    }

    [Fact]
    public void ChooseWithin_AnyCorners_TakesMachinesInTheRectangle()
    {
        var editor = Drafts.Editor();

        editor.ChooseWithin(new FloorPoint(12, 11), new FloorPoint(9, 9), extend: false);

        Assert.Equal([0, 1], editor.Selection.Indexes);
        editor.Choose(1, extend: true);
        Assert.Equal([0], editor.Selection.Indexes);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(99)]
    public void Anything_WithAnIndexThatIsNone_ChangesNothing(int index)
    {
        var editor = Drafts.Editor();

        editor.Choose(index, extend: false);
        editor.ChooseBank(index, extend: false);
        editor.Place(index, new FloorPoint(1, 1), 0.1);
        editor.Drag(index, 1, 1, 0.1);

        Assert.False(editor.Document.IsChanged);
        Assert.Equal(0, editor.Selection.Count);
    }

    [Fact]
    public void Drag_ByNoNumber_ChangesNothing()
    {
        var editor = Drafts.Editor();
        editor.Choose(0, extend: false);

        editor.Drag(0, double.NaN, double.PositiveInfinity, 0.1);

        Assert.False(editor.Document.IsChanged);
    }

    [Theory]
    [InlineData(1e39, 0)]
    [InlineData(0, -10_000_001)]
    [InlineData(double.NaN, 0)]
    public void Place_FurtherThanAnyFloor_ChangesNothing(double x, double y)
    {
        var editor = Drafts.Editor();

        editor.Place(3, new FloorPoint(x, y), 0.1);
        editor.Put("Move D", 3, new FloorPoint(x, y));

        Assert.False(editor.Document.IsChanged);
    }

    [Fact]
    public void Move_FurtherThanAnyFloor_MovesNoneOfThem()
    {
        var editor = Drafts.Editor();
        editor.ChooseAll();

        editor.Drag(0, LayoutPlace.Farthest - 15, 0, 0);
        editor.Drag(0, 1e39, 0, 0);

        Assert.False(editor.Document.IsChanged);
        editor.Drag(0, LayoutPlace.Farthest - 20, 0, 0);
        editor.Nudge(1, 0);
        Assert.Equal(LayoutPlace.Farthest, editor.Document.At(2)!.Value.X);
    }

    [Fact]
    public void Background_Changed_IsAStepToo()
    {
        var document = Drafts.Small();
        var picture = new LayoutBackground("a.png", 0, 0, 40);

        document.Do(document.Edit("Add a background", picture));

        Assert.True(document.IsChanged);
        document.Undo();
        Assert.Null(document.Background);
        Assert.False(document.IsChanged);
    }
}
