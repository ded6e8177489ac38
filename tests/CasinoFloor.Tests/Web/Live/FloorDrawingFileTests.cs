using System.Text.Json;
using CasinoFloor.Engine.Drawing;
using CasinoFloor.Web.Live;
using CasinoFloor.Web.Sources.Simulator;
using Xunit;
using SimulatedPlan = CasinoFloor.Web.Sources.Simulator.Floor.FloorPlan;

namespace CasinoFloor.Tests.Web.Live;

public sealed class FloorDrawingFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var drawing = SimulatedPlan.Create(new SimulatorOptions { Machines = 200 }).Drawing;
        File.WriteAllText(_path, JsonSerializer.Serialize(drawing, FloorDrawingFile.Json));

        var (read, error) = FloorDrawingFile.Read(_path);

        Assert.Null(error);
        Assert.Equivalent(drawing, read, strict: true);
    }

    [Theory]
    [InlineData("""{"width":1,"height":1,"shapes":[{"kind":"pool","points":[[0,0],[1,1]]}]}""")]
    [InlineData("""{"width":1,"height":1,"shapes":[{"kind":"wall","points":[[0,0]]}]}""")]
    [InlineData("""{"width":1,"height":1,"shapes":[{"kind":"wall","points":[[0,0,0],[1,1]]}]}""")]
    [InlineData("""{"width":1,"height":1,"shapes":[{"kind":"wall"}]}""")]
    [InlineData("""{"width":1,"height":1,"shapes":[null]}""")]
    [InlineData("""{"width":-1,"height":1}""")]
    [InlineData("""{"wdth":1}""")]
    [InlineData("null")]
    [InlineData("[")]
    public void Validate_WrongDrawing_NamesTheSetting(string json)
    {
        File.WriteAllText(_path, json);

        var error = Assert.Single(new FloorLiveOptions { Drawing = _path }.Validate());

        Assert.StartsWith($"Live:Drawing is '{_path}': ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_NoSuchFile_NamesTheSetting() =>
        Assert.StartsWith("Live:Drawing is 'nowhere.json': ", Assert.Single(new FloorLiveOptions { Drawing = "nowhere.json" }.Validate()), StringComparison.Ordinal);
}
