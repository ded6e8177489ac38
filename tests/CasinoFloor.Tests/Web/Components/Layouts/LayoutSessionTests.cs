using CasinoFloor.Engine.Drawing;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Engine.Layouts;
using CasinoFloor.Web.Components.Layouts;

namespace CasinoFloor.Tests.Web.Components.Layouts;

public sealed class LayoutSessionTests
{
    private static readonly MachineInfo[] Machines =
    [
        Machine(0, "A", 1, 1), Machine(1, "B", 2, 1), Machine(2, "C", null, null),
    ];

    [Fact]
    public void Begin_WithASavedLayout_TakesItsPlaces()
    {
        var session = new LayoutSession(Machines, Saved("1", ("A", 5), ("D", 9)), FloorDrawing.Empty);

        Assert.Equal(["A", "B", "C", "D"], session.Document.Places.Select(place => place.MachineId));
        Assert.Equal(new FloorPoint(5, 5), session.Document.At(0));
        Assert.Equal(new FloorPoint(2, 1), session.Document.At(1));
        Assert.Equal([2], session.Tray);
        Assert.False(session.Document.IsChanged);
    }

    [Fact]
    public void Changes_AfterAnEdit_AreToldOnce()
    {
        var session = new LayoutSession(Machines, null, FloorDrawing.Empty);
        session.Scene();
        session.Editor.Choose(1, extend: false);
        session.Editor.Drag(1, 3, 0, 0);

        var patch = session.Changes();

        Assert.Equal([1], patch.Index);
        Assert.Equal([1], patch.Selected);
        Assert.Empty(session.Changes().Index);
    }

    [Fact]
    public void Meet_ANewMachine_GoesIntoTheTray()
    {
        var session = new LayoutSession(Machines, null, FloorDrawing.Empty);
        session.Scene();

        Assert.Equal(1, session.Meet([.. Machines, Machine(3, "New", null, null)]));

        Assert.Equal([2, 3], session.Tray);
        Assert.Equal(["New"], session.Changes().Id);
        Assert.False(session.Document.IsChanged);
    }

    [Fact]
    public void Apply_UnknownMachineTakenBack_IsNotSavedAndNotInTheTray()
    {
        var session = new LayoutSession(Machines, null, FloorDrawing.Empty);
        var file = LayoutFile.Read("machine_id,x_coord,y_coord\nGhost,3,3"u8.ToArray());
        session.Apply(LayoutImport.Of(session.Document, file), "x.csv", withUnknown: true, removeUnnamed: false);
        Assert.Contains(session.ToOrder().Places, place => place.MachineId == "Ghost");

        session.Editor.Undo();

        Assert.DoesNotContain(session.ToOrder().Places, place => place.MachineId == "Ghost");
        Assert.Equal([2], session.Tray);
    }

    [Fact]
    public void Saved_WithoutAMachineThatNoFloorHas_CountsItAsGone()
    {
        var session = new LayoutSession(Machines, null, FloorDrawing.Empty);
        var file = LayoutFile.Read("machine_id,x_coord,y_coord\nGhost,3,3"u8.ToArray());
        session.Apply(LayoutImport.Of(session.Document, file), "x.csv", withUnknown: true, removeUnnamed: false);
        session.Saved(Saved("1", session));
        session.Editor.Undo();
        Assert.True(session.Document.IsChanged);

        session.Saved(Saved("2", session));

        Assert.False(session.Document.IsChanged);
    }

    [Fact]
    public void ToOrder_BetweenTwoNudges_KeepsThemApart()
    {
        var session = new LayoutSession(Machines, null, FloorDrawing.Empty);
        session.Editor.Choose(0, extend: false);
        session.Editor.Nudge(1, 0);
        var order = session.ToOrder();
        session.Editor.Nudge(1, 0);
        session.Saved(new SavedLayout(Saved("1").Version, order.Places));

        session.Editor.Undo();

        Assert.False(session.Document.IsChanged);
    }

    [Fact]
    public void GoOnFrom_ANewerLayout_KeepsMyChangesOnTop()
    {
        var session = new LayoutSession(Machines, Saved("1", ("A", 1), ("B", 2)), FloorDrawing.Empty);
        session.Editor.Choose(0, extend: false);
        session.Editor.Drag(0, 10, 0, 0);
        var theirs = Saved("2", ("A", 1), ("B", 7), ("E", 3));

        session.GoOnFrom(theirs, session.Rebase(theirs, preferMine: true));

        var places = session.Document.Places.ToDictionary(place => place.MachineId, place => place.At);
        Assert.Equal((11.0, 7.0, 3.0), (places["A"]!.Value.X, places["B"]!.Value.X, places["E"]!.Value.X));
        Assert.Equal("2", session.ToOrder().BaseId);
        Assert.Equal(1, session.Document.ChangedCount);
        session.Editor.Undo();
        Assert.False(session.Document.IsChanged);
    }

    [Theory]
    [InlineData(true, "mine.png")]
    [InlineData(false, "theirs.png")]
    public void GoOnFrom_WhereBothChangedTheBackground_LetsOneWin(bool preferMine, string file)
    {
        var session = new LayoutSession(Machines, Saved("1", ("A", 1)), FloorDrawing.Empty);
        session.Document.Do(session.Document.Edit("Add a background", new LayoutBackground("mine.png", 0, 0, 9)));
        var theirs = Saved("2", ("A", 1));
        theirs = theirs with { Version = theirs.Version with { Background = new LayoutBackground("theirs.png", 0, 0, 9) } };
        var rebase = session.Rebase(theirs, preferMine);

        session.GoOnFrom(theirs, rebase);

        Assert.Equal(RebaseChange.Both, rebase.BackgroundChange);
        Assert.Equal(file, session.Document.Background!.File);
        Assert.Equal(preferMine, session.Document.IsChanged);
    }

    [Theory]
    [InlineData(true, 11, "mine.png")]
    [InlineData(false, 5, "theirs.png")]
    public void Restore_WhereBothChanged_LetsOneWin(bool preferMine, double at, string file)
    {
        var draft = Draft(Saved("1", ("A", 1), ("B", 2)));
        var theirs = Saved("2", ("A", 5), ("B", 2));
        var session = new LayoutSession(Machines, theirs with { Version = theirs.Version with { Background = new LayoutBackground("theirs.png", 0, 0, 9) } }, FloorDrawing.Empty);

        var compared = session.Compare(draft, preferMine);
        session.Restore(draft, preferMine);

        Assert.Equal(("A", "B", RebaseChange.Both), (Assert.Single(compared.Both), Assert.Single(compared.Mine), compared.BackgroundChange));
        Assert.Equal((at, 12.0), (session.Document.At(0)!.Value.X, session.Document.At(1)!.Value.X));
        Assert.Equal(file, session.Document.Background!.File);
    }

    [Fact]
    public void Compare_WithWhatTheyDidNotChange_FindsNoClash()
    {
        var compared = new LayoutSession(Machines, Saved("2", ("A", 1), ("B", 2), ("E", 3)), FloorDrawing.Empty).Compare(Draft(Saved("1", ("A", 1), ("B", 2))), preferMine: true);

        Assert.Equal((0, 0, RebaseChange.Mine), (compared.Both.Count, compared.Theirs.Count, compared.BackgroundChange));
    }

    [Fact]
    public void Compare_WithAMachineThatTheyTookOffForGood_IsAClash()
    {
        var began = Saved("1", ("A", 1), ("B", 2), ("Mispelt", 9));
        var draft = new LayoutDraft { BaseId = "1", Places = [began.Places[2].MovedTo(7, 7)], BasePlaces = [began.Places[2]] };
        var session = new LayoutSession(Machines, Saved("2", ("A", 1), ("B", 2)), FloorDrawing.Empty);

        Assert.Equal("Mispelt", Assert.Single(session.Compare(draft, preferMine: true).Both));
        session.Restore(draft, preferMine: false);

        Assert.False(session.Document.IsChanged);
    }

    [Fact]
    public void Restore_ADraftThatDoesNotSayHowItBegan_TakesItUp()
    {
        var draft = LayoutDraft.Read("{\"baseId\":\"1\",\"places\":[{\"machineId\":\"A\",\"floorSection\":\"Main\",\"bank\":\"\",\"at\":{\"x\":8,\"y\":8}}]}")!;
        var session = new LayoutSession(Machines, Saved("2", ("A", 5)), FloorDrawing.Empty);

        Assert.Empty(session.Compare(draft, preferMine: true).Both);
        session.Restore(draft);

        Assert.Equal(new FloorPoint(8, 8), session.Document.At(0));
    }

    [Theory]
    [InlineData(null, null, null, RebaseChange.None, null)]
    [InlineData("a", "a", "b", RebaseChange.Theirs, "b")]
    [InlineData("a", null, "a", RebaseChange.Mine, null)]
    [InlineData("a", "b", "b", RebaseChange.None, "b")]
    [InlineData("a", "b", null, RebaseChange.Both, null)]
    public void WithBackground_OfThree_TellsWhoChangedIt(string? baseline, string? mine, string? theirs, RebaseChange change, string? file)
    {
        var rebase = LayoutRebase.Onto([], [], [], preferMine: false).WithBackground(Picture(baseline), Picture(mine), Picture(theirs), preferMine: false);

        Assert.Equal((change, file), (rebase.BackgroundChange, rebase.Background?.File));

        static LayoutBackground? Picture(string? file) => file is null ? null : new LayoutBackground(file, 0, 0, 9);
    }

    [Fact]
    public void Scene_AfterGoingOnFromANewerLayout_ShowsItsProblems()
    {
        var session = new LayoutSession(Machines, Saved("1", ("A", 1), ("B", 9)), FloorDrawing.Empty);
        session.Scene();
        var theirs = Saved("2", ("A", 1), ("B", 1));

        session.GoOnFrom(theirs, session.Rebase(theirs, preferMine: true));

        Assert.Equal([0, 1], session.Scene().Patch.Overlapping);
        Assert.Equal([0, 1], session.Problems.Overlapping);
    }

    [Fact]
    public void Unplace_AMachineThatOnlyTheLayoutNames_ForgetsItUntilItIsTakenBack()
    {
        MachineInfo[] machines = [.. Machines, Machine(3, "Mispelt", 9, 9) with { IsLaidOnly = true }];
        var session = new LayoutSession(machines, Saved("1", ("A", 1), ("B", 2), ("Mispelt", 9)), FloorDrawing.Empty);
        Assert.Contains(session.ToOrder().Places, place => place.MachineId == "Mispelt");

        session.Editor.Choose(3, extend: false);
        session.Editor.Unplace();

        Assert.Equal([2], session.Tray);
        Assert.DoesNotContain(session.ToOrder().Places, place => place.MachineId == "Mispelt");
        session.Saved(Saved("2", session));
        Assert.False(session.Document.IsChanged);

        session.Editor.Undo();
        Assert.Contains(session.ToOrder().Places, place => place.MachineId == "Mispelt");
    }

    [Fact]
    public void Begin_WithALayoutThatForgotAMachine_DoesNotBringItBack()
    {
        MachineInfo[] machines = [.. Machines, Machine(3, "Mispelt", 9, 9) with { IsLaidOnly = true }];
        var session = new LayoutSession(machines, Saved("2", ("A", 1), ("B", 2)), FloorDrawing.Empty);

        Assert.False(session.Document.IsChanged);
        Assert.DoesNotContain(session.ToOrder().Places, place => place.MachineId == "Mispelt");

        machines[3] = machines[3] with { IsLaidOnly = false };
        session.Meet(machines);
        Assert.Equal([2, 3], session.Tray);
    }

    private static LayoutDraft Draft(SavedLayout began)
    {
        var session = new LayoutSession(Machines, began, FloorDrawing.Empty);
        session.Editor.Selection.Set([0, 1]);
        session.Editor.Drag(0, 10, 0, 0);
        session.Document.Do(session.Document.Edit("Add a background", new LayoutBackground("mine.png", 0, 0, 9)));
        return LayoutDraft.Read(LayoutDraft.Write(session, DateTime.UnixEpoch))!;
    }

    private static MachineInfo Machine(int index, string id, float? x, float? y) =>
        new(index, new MachineLocation { MachineId = id, FloorSection = "Main", X = x, Y = y });

    private static SavedLayout Saved(string id, LayoutSession session) => new(Saved(id).Version, session.ToOrder().Places);

    private static SavedLayout Saved(string id, params (string Id, double At)[] places) => new(
        new LayoutVersion { Id = id, Number = 1, EffectiveAt = DateTime.UnixEpoch, SavedAt = DateTime.UnixEpoch },
        [.. places.Select(place => new LayoutPlace(place.Id, "Main", "", new FloorPoint(place.At, place.At)))]);
}
