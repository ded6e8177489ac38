using CasinoFloor.Engine.Drawing;
using CasinoFloor.Engine.Layouts;
using CasinoFloor.Web.Components.Layouts;

namespace CasinoFloor.Tests.Web.Components.Layouts;

public sealed class PlaceWordsTests
{
    [Theory]
    [InlineData(3.0, "", 70.0, "", "from 3, 3 to 70, 70")]
    [InlineData(null, "", 70.5, "B-1", "onto the floor at 70.5, 70.5, into bank B-1")]
    [InlineData(3.0, "B-1", null, "", "off the floor, from 3, 3, out of bank B-1")]
    [InlineData(3.0, "B-1", 3.0, "B-2", "bank B-2 instead of B-1")]
    [InlineData(3.0, "B-1", 3.0, "B-1", "")]
    public void Of_OfTwoPlaces_SayWhatIsOther(double? from, string bankBefore, double? to, string bankAfter, string words) =>
        Assert.Equal(words, PlaceWords.Of(Place(from, bankBefore), Place(to, bankAfter)));

    [Fact]
    public void Of_OfAMachineNobodyKnewOf_SayWhereItStands() => Assert.Equal("onto the floor at 4, 4", PlaceWords.Of(null, Place(4, "")));

    private static LayoutPlace Place(double? at, string bank) => new("M", "Main", bank, at is { } value ? new FloorPoint(value, value) : null);
}
