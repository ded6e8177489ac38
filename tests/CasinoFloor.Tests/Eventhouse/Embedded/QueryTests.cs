using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Kql;

namespace CasinoFloor.Tests.Eventhouse.Embedded;

public sealed class QueryTests
{
    [Fact]
    public async Task AskAsync_FloorOverview_CountsWhatWasStored()
    {
        await using var house = await TestHouse.OpenAsync();
        var batch = TestBatches.New(EventStream.Slot);
        batch.Spin(0, "M-1", TestHouse.Now, 5m, 2m).FloorSection = batch.Text("penny");
        batch.Spin(1, "M-2", TestHouse.Now, 5m, 0m).FloorSection = batch.Text("penny");
        await house.WriteAsync(batch, TestBatches.At(2));
        var history = new EventhouseHistory(house.House, QuestionCatalog.Load(Path.Combine(RepositoryFiles.Root, "kql")));

        var result = await history.AskAsync(
            "floor/floor_overview", new Dictionary<string, object?> { ["end_time"] = TestHouse.Now }, TestHouse.Token);

        Assert.Null(result.Error);
        Assert.Equal(["penny", 2L, 2L, 0L, 10.0, 2.0, 80.0], Assert.Single(result.Table.Rows));
    }

    [Fact]
    public async Task QueryAsync_WrongQuery_AnswersTheErrorWithItsPlace()
    {
        await using var house = await TestHouse.OpenAsync();

        var result = await house.House.QueryAsync(new KqlQuery("slot_events_live | where nothing > 1"), TestHouse.Token);

        Assert.Equal((1, 26), (result.Error?.Line, result.Error?.Column));
    }
}
