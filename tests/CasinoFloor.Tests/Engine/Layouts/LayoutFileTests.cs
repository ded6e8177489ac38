using System.Text;
using CasinoFloor.Engine.Drawing;
using CasinoFloor.Engine.Layouts;

namespace CasinoFloor.Tests.Engine.Layouts;

public sealed class LayoutFileTests
{
    private static readonly LayoutPlace[] Places =
    [
        new("PN-1", "Penny, left", "B \"1\"", new FloorPoint(12.5, -3.125)),
        new("ÄÖ-2", "High\nLimit", "", null),
        new("A", "", "B-1", new FloorPoint(0, 0)),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_OfWhatWasWritten_IsTheSame(bool json)
    {
        var text = json ? LayoutJson.Write(Places) : LayoutCsv.Write(Places);

        var file = LayoutFile.Read(Encoding.UTF8.GetBytes(text));

        Assert.Empty(file.Errors);
        Assert.Equal(Places.OrderBy(place => place.MachineId, StringComparer.Ordinal), file.Rows.Select(row => row.Place));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://a.example\",\"b\")", "\"'=HYPERLINK(\"\"http://a.example\"\",\"\"b\"\")\"")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@A", "'@A")]
    [InlineData("\tA", "'\tA")]
    [InlineData("'=A", "''=A")]
    [InlineData("'", "'")]
    [InlineData("'A", "'A")]
    [InlineData("A=1", "A=1")]
    public void WriteCsv_TextThatASpreadsheetWouldRun_IsLedByAnApostropheThatReadingTakesOff(string text, string written)
    {
        var csv = LayoutCsv.Write([new(text, text, text, new FloorPoint(-1, 2))]);

        Assert.EndsWith($"\r\n{written},{written},{written},-1,2\r\n", csv, StringComparison.Ordinal);
        Assert.Equal(new LayoutPlace(text, text, text, new FloorPoint(-1, 2)), Assert.Single(LayoutFile.Read(Encoding.UTF8.GetBytes(csv)).Rows).Place);
    }

    [Theory]
    [InlineData("machine_id,x_coord,y_coord\nA,1,2\nB,x,2\n", 3, "x_coord of machine 'B' is 'x'")]
    [InlineData("machine_id,x_coord,y_coord\r\nA,1,2\r\n\r\nA,1,3\r\n", 4, "stands on line 2 already")]
    [InlineData("machine_id,x_coord,y_coord\nA,1\n", 2, "2 fields")]
    [InlineData("machine_id,x_coord,y_coord\nA,1,\n", 2, "only one of")]
    [InlineData("machine_id,x_coord,y_coord\n,1,2\n", 2, "machine_id is empty")]
    [InlineData("machine_id,x_coord,y_coord\nA,1e9,2\n", 2, "must be from")]
    [InlineData("machine_id,x_coord,y_coord\nA,NaN,2\n", 2, "no number")]
    [InlineData("machine_id,x_coord,y_coord\nA,1,2\n\"B,1,2\n", 3, "never closed")]
    [InlineData("machine_id,x_coord,y_coord\n\"A\"x,1,2\n", 2, "behind a closing quote")]
    [InlineData("id,x,y\nA,1,2\n", 1, "machine_id, x_coord, y_coord is missing")]
    [InlineData("machine_id,x_coord,y_coord,zone\nA,1,2,3\n", 1, "'zone' is not known")]
    [InlineData("machine_id,x_coord,y_coord\n", 1, "names no machine")]
    [InlineData("", 1, "names no machine")]
    [InlineData("[\n{\"machine_id\":\"A\",\"x_coord\":1,\"y_coord\":2},\n{\"machine_id\":\"B\",\"x_coord\":true,\"y_coord\":2}]", 3, "no number")]
    [InlineData("[\n{\"machine_id\":\"A\",\"x_coord\":1,\"y_coord\":2}\n{\"machine_id\":\"B\"}]", 3, "no JSON")]
    [InlineData("{\"machines\":[{\"machine_id\":\"A\",\n\"zone\":1}]}", 1, "'zone' is not known")]
    [InlineData("{\"machines\":{}}", 1, "must be an array")]
    [InlineData("{\"rows\":[]}", 1, "'rows' is not known")]
    [InlineData("[1]", 1, "must be an object")]
    [InlineData("[{\"machine_id\":\"A\",\"x_coord\":[1],\"y_coord\":2}]", 1, "must be a text or a number")]
    public void Read_WrongFile_SaysWhereAndWhat(string text, int line, string message)
    {
        var file = LayoutFile.Read(Encoding.UTF8.GetBytes(text));

        Assert.Empty(file.Rows);
        Assert.Contains(file.Errors, error => error.Line == line && error.Message.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x41 })]
    [InlineData(new byte[] { 0x5B, 0x22, 0xC3, 0x28, 0x22, 0x5D })]
    public void Read_NoText_IsAnError(byte[] bytes) => Assert.NotEmpty(LayoutFile.Read(bytes).Errors);

    [Fact]
    public void Read_WithByteOrderMark_IsRead()
    {
        var file = LayoutFile.Read((byte[])[0xEF, 0xBB, 0xBF, .. "Y_Coord, machine_id ,x_coord\n2,A,1"u8]);

        Assert.Equal(new LayoutPlace("A", "", "", new FloorPoint(1, 2)), Assert.Single(file.Rows).Place);
    }

    [Fact]
    public void Read_WrongOnEachLine_ListsABoundedNumber()
    {
        var file = LayoutFile.Read(Encoding.UTF8.GetBytes("machine_id,x_coord,y_coord\n" + string.Concat(Enumerable.Repeat("A,b,c\n", 10_000))));

        Assert.Equal(LayoutFile.MostErrors, file.Errors.Count);
    }
}
