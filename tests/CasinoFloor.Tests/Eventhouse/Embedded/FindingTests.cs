using CasinoFloor.Engine.Events;
using Xunit;

namespace CasinoFloor.Tests.Eventhouse.Embedded;

public sealed class FindingTests
{
    [Fact]
    public async Task LoadFindingsAsync_Stored_GivesThemExactlyOldestFirst()
    {
        await using var house = await TestHouse.OpenAsync();
        var old = TestBatches.Finding("old", TestHouse.Now.AddHours(-25));
        var later = TestBatches.Finding("later", TestHouse.Now);
        var earlier = TestBatches.Finding("earlier", TestHouse.Now.AddHours(-1)) with { Value = -3.5m, MachineId = "", FloorSection = "" };
        var lateNews = TestBatches.Finding("late", TestHouse.Now.AddHours(-30)) with { DetectedAt = TestHouse.Now };
        var batch = TestBatches.New(EventStream.Slot);
        batch.Findings.AddRange([later, old, earlier, lateNews]);

        await house.WriteAsync(batch);
        await house.ReopenAsync();

        Assert.Equal([lateNews, earlier, later], await house.House.LoadFindingsAsync(TestHouse.Now.AddHours(-24), Assert.Fail, TestHouse.Token));
    }

    [Fact]
    public async Task WriteAsync_FindingAgain_IsStoredOnce()
    {
        await using var house = await TestHouse.OpenAsync();
        var first = TestBatches.New(EventStream.Slot);
        first.Findings.AddRange([TestBatches.Finding("a", TestHouse.Now), TestBatches.Finding("a", TestHouse.Now)]);
        var second = TestBatches.New(EventStream.Slot);
        second.Findings.AddRange([TestBatches.Finding("b", TestHouse.Now), TestBatches.Finding("a", TestHouse.Now)]);

        await house.WriteAsync(first);
        await house.ReopenAsync();
        await house.House.WriteAsync([second, first], [], TestHouse.Token);

        Assert.Equal([["a"], ["b"]], house.Query("SELECT finding_id FROM alerts_live ORDER BY 1"));
    }

    [Theory]
    [InlineData("kind", "Flood")]
    [InlineData("kind", "99")]
    [InlineData("severity", "Absurd")]
    [InlineData("phase", "Rumoured")]
    public async Task LoadFindingsAsync_StoredByANewerVersion_IsLeftOutAndTold(string column, string name)
    {
        await using var house = await TestHouse.OpenAsync();
        var batch = TestBatches.New(EventStream.Slot);
        batch.Findings.AddRange([TestBatches.Finding("a", TestHouse.Now), TestBatches.Finding("b", TestHouse.Now)]);
        await house.WriteAsync(batch);
        house.Execute($"UPDATE alerts_live SET {column} = '{name}' WHERE finding_id = 'a'");

        var unknown = new List<string>();
        var findings = await house.House.LoadFindingsAsync(TestHouse.Now, unknown.Add, TestHouse.Token);

        Assert.Equal("b", Assert.Single(findings).Id);
        Assert.Equal([name], unknown);
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("0.000000001")]
    [InlineData("-1199.99")]
    public async Task LoadFindingsAsync_ExtremeValue_IsExact(string value)
    {
        await using var house = await TestHouse.OpenAsync();
        var batch = TestBatches.New(EventStream.Slot);
        var finding = TestBatches.Finding("a", TestHouse.Now) with { Value = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture) };
        batch.Findings.Add(finding);

        await house.WriteAsync(batch);

        Assert.Equal(finding, Assert.Single(await house.House.LoadFindingsAsync(TestHouse.Now, Assert.Fail, TestHouse.Token)));
    }
}
