using Bunit;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Components.Pages;
using CasinoFloor.Web.Training;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CasinoFloor.Tests.Web.Components;

public sealed class DemoTests : BunitContext
{
    private readonly FakeDesk _desk = new();

    public DemoTests()
    {
        Services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 18, 0, 0, TimeSpan.Zero)));
        Services.AddPropertyCalendar("America/Los_Angeles", new CalendarOptions());
    }

    [Fact]
    public void Render_Simulator_HasACardForEachScenario()
    {
        var page = RenderPage(_desk);

        Assert.Equal(["Jackpot now", "Busy Saturday night"], page.FindAll(".demo-card h2").Select(title => title.TextContent));
        Assert.All(page.FindAll(".demo-result"), result => Assert.Equal("Not run from this page yet.", result.TextContent));
        Assert.Contains("Whole floor", page.FindAll(".demo-card")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ChosenBank_ShowsWhatHappened()
    {
        var page = RenderPage(_desk);
        page.Find(".demo-card select").Change("Bank");
        page.FindAll(".demo-card select")[1].Change("PN-02");

        page.Find(".demo-run").Click();

        Assert.Equal("jackpot now at bank:PN-02", _desk.Ordered);
        Assert.Equal("10:00:00 · It rang.", page.Find(".demo-result").TextContent);
        Assert.Equal("done", page.Find(".demo-result").GetAttribute("data-state"));
    }

    [Fact]
    public void Run_TypedMachine_IsTheTarget()
    {
        var page = RenderPage(_desk);
        page.Find(".demo-card select").Change("Machine");
        page.Find(".demo-card input").Change(" SLOT-00002 ");

        page.Find(".demo-run").Click();

        Assert.Equal("jackpot now at machine:SLOT-00002", _desk.Ordered);
    }

    [Fact]
    public void Run_Refused_SaysWhy()
    {
        _desk.Outcome = ScenarioOutcome.Refused("It is locked.");
        var page = RenderPage(_desk);

        page.Find(".demo-run").Click();

        Assert.Contains("It is locked.", page.Find(".demo-result").TextContent, StringComparison.Ordinal);
        Assert.Equal("refused", page.Find(".demo-result").GetAttribute("data-state"));
    }

    [Fact]
    public void Run_WhileItRuns_KeepsTheFocusAndOrdersNothingMore()
    {
        _desk.Waiting = new TaskCompletionSource<ScenarioOutcome>();
        var page = RenderPage(_desk);
        page.Find(".demo-run").Click();
        Assert.Equal("true", page.Find(".demo-run").GetAttribute("aria-disabled"));
        Assert.False(page.Find(".demo-run").HasAttribute("disabled"));
        page.Find(".demo-run").Click();

        _desk.Waiting.SetResult(_desk.Outcome);

        page.WaitForAssertion(() => Assert.Equal("false", page.Find(".demo-run").GetAttribute("aria-disabled")));
        Assert.Equal(1, _desk.Orders);
    }

    [Fact]
    public void Render_FromElsewhere_SaysWhyNot()
    {
        var page = RenderPage(_desk, local: false);

        Assert.Empty(page.FindAll(".demo-card"));
        Assert.Contains("only on the computer that runs CasinoFloor", page.Find(".demo-closed").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_RealFloor_SaysWhyNot()
    {
        var page = RenderPage(new ClosedScenarioDesk());

        Assert.Empty(page.FindAll(".demo-card"));
        Assert.Contains("simulated floor only", page.Find(".demo-closed").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<Demo> RenderPage(IScenarioDesk desk, bool local = true)
    {
        Services.AddSingleton(desk);
        RenderTree.Add<Microsoft.AspNetCore.Components.CascadingValue<bool>>(parameters => parameters.Add(p => p.Name, "Local").Add(p => p.Value, local));
        return Render<Demo>();
    }

    private sealed class FakeDesk : IScenarioDesk
    {
        public string? ClosedBecause => null;

        public IReadOnlyList<Scenario> Scenarios { get; } =
        [
            new("jackpot now", "A win.", [ScenarioTargetKind.Random, ScenarioTargetKind.Bank, ScenarioTargetKind.Machine]),
            new("busy Saturday night", "Many come.", [ScenarioTargetKind.Random]),
        ];

        public ScenarioTargets Targets { get; } = new(["Penny"], ["PN-01", "PN-02"], ["SLOT-00001", "SLOT-00002"]);

        public ScenarioOutcome Outcome { get; set; } = ScenarioOutcome.Done("it rang.");

        public TaskCompletionSource<ScenarioOutcome>? Waiting { get; set; }

        public string Ordered { get; private set; } = "";

        public int Orders { get; private set; }

        public Task<ScenarioOutcome> RunAsync(string name, ScenarioTarget target, CancellationToken cancellationToken)
        {
            Ordered = $"{name} at {target}";
            Orders++;
            return Waiting?.Task ?? Task.FromResult(Outcome);
        }
    }
}
