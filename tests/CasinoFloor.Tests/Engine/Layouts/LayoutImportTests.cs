using System.Text;
using CasinoFloor.Engine.Drawing;
using CasinoFloor.Engine.Layouts;

namespace CasinoFloor.Tests.Engine.Layouts;

public sealed class LayoutImportTests
{
    private const string File = """
        machine_id,floor_section,bank,x_coord,y_coord
        A,Main,B-1,15,10
        B,Main,B-9,11,10
        D,Main,B-1,3,4
        E,Main,,8,8
        """;

    [Fact]
    public void Of_AFile_SortsWhatItWouldChange()
    {
        var import = LayoutImport.Of(Drafts.Small(), LayoutFile.Read(Encoding.UTF8.GetBytes(File)));

        Assert.Equal(["A"], import.Moved.Select(row => row.Place.MachineId));
        Assert.Equal(["B"], import.Regrouped.Select(row => row.Place.MachineId));
        Assert.Equal(["D"], import.Added.Select(row => row.Place.MachineId));
        Assert.Equal([("E", 5)], import.Unknown.Select(row => (row.Place.MachineId, row.Line)));
        Assert.Equal([2], import.Unnamed);
        Assert.Empty(import.Removed);
    }

    [Fact]
    public void ToEdit_Applied_IsOneStepThatCanBeUndone()
    {
        var document = Drafts.Small();
        var import = LayoutImport.Of(document, LayoutFile.Read(Encoding.UTF8.GetBytes(File)));

        document.Do(import.ToEdit(document, "plan.csv", withUnknown: true, removeUnnamed: true));

        Assert.Equal("Import plan.csv", document.UndoTitle);
        Assert.Equal(new FloorPoint(8, 8), document.At(document.IndexOf("E")));
        Assert.Null(document.At(2));
        document.Undo();
        Assert.Equal(new FloorPoint(20, 5), document.At(2));
        Assert.Null(document.At(document.IndexOf("E")));
        Assert.Equal(0, document.ChangedCount);
    }

    [Fact]
    public void ToEdit_WithoutConsent_LeavesUnknownAndUnnamedAlone()
    {
        var document = Drafts.Small();
        var import = LayoutImport.Of(document, LayoutFile.Read(Encoding.UTF8.GetBytes(File)));

        document.Do(import.ToEdit(document, "plan.csv", withUnknown: false, removeUnnamed: false));

        Assert.Equal(-1, document.IndexOf("E"));
        Assert.Equal(new FloorPoint(20, 5), document.At(2));
    }

    [Fact]
    public void Of_AFileWithoutBanks_KeepsThem()
    {
        var document = Drafts.Small();
        var import = LayoutImport.Of(document, LayoutFile.Read("machine_id,x_coord,y_coord\nA,,\nC,20,5"u8.ToArray()));

        Assert.Equal(["A"], import.Removed.Select(row => row.Place.MachineId));
        Assert.Equal(1, import.Unchanged);
        document.Do(import.ToEdit(document, "x", false, false));
        Assert.Equal("B-1", document.Places[0].Bank);
    }

    [Fact]
    public void Of_AnotherSection_IsRemarkedAndNotTaken()
    {
        var document = Drafts.Small();
        var import = LayoutImport.Of(document, LayoutFile.Read("machine_id,floor_section,x_coord,y_coord\nA,VIP,1,1"u8.ToArray()));

        Assert.Contains("'Main'", Assert.Single(import.Remarks).Message, StringComparison.Ordinal);
        document.Do(import.ToEdit(document, "x", false, false));
        Assert.Equal("Main", document.Places[0].FloorSection);
    }
}
