using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CasinoFloor.Web.Hosting;
using CasinoFloor.Web.Training;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CasinoFloor.Tests.Web.Training;

public sealed class TrainingEndpointTests
{
    [Fact]
    public async Task Post_Scenario_IsOrderedAndAnswered()
    {
        await using var app = await StartAsync(new FakeDesk());

        using var answer = await app.GetTestClient().PostAsync("/demo/scenarios/jackpot%20now?target=bank:PN-01", null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(ScenarioOutcome.Done("jackpot now at bank:PN-01"), await answer.Content.ReadFromJsonAsync<ScenarioOutcome>(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/demo/scenarios/rain", HttpStatusCode.NotFound, "There is no scenario 'rain'; there are jackpot now.")]
    [InlineData("/demo/scenarios/jackpot-now?target=moon", HttpStatusCode.BadRequest, "The target 'moon' cannot be read; it is random, section:NAME, bank:NAME or machine:ID.")]
    [InlineData("/demo/scenarios/jackpot-now?target=bank:none", HttpStatusCode.Conflict, "No such bank.")]
    public async Task Post_WhatCannotBe_SaysWhy(string path, HttpStatusCode status, string text)
    {
        await using var app = await StartAsync(new FakeDesk());

        using var answer = await app.GetTestClient().PostAsync(path, null, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(text, (await answer.Content.ReadFromJsonAsync<ScenarioOutcome>(TestContext.Current.CancellationToken))!.Text);
    }

    [Theory]
    [InlineData("192.168.1.7", "localhost", null, null)]
    [InlineData("127.0.0.1", "floor.example", null, null)]
    [InlineData("127.0.0.1", "localhost", "X-Forwarded-For", "10.0.0.1")]
    [InlineData("127.0.0.1", "localhost", "Origin", "https://elsewhere.example")]
    [InlineData("127.0.0.1", "localhost", "Origin", "null")]
    [InlineData(null, "localhost", null, null)]
    public async Task Post_FromElsewhere_IsForbidden(string? address, string host, string? header, string? value)
    {
        var desk = new FakeDesk();
        await using var app = await StartAsync(desk, address);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://{host}/demo/scenarios/jackpot-now");
        if (header is not null)
        {
            request.Headers.Add(header, value);
        }

        using var answer = await app.GetTestClient().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(0, desk.Orders);
    }

    [Theory]
    [InlineData("127.0.0.1", "localhost")]
    [InlineData("::1", "[::1]:8080")]
    [InlineData("::ffff:127.0.0.1", "127.0.0.1:8080")]
    public async Task Get_FromThisComputer_ListsTheScenarios(string address, string host)
    {
        await using var app = await StartAsync(new FakeDesk(), address);

        var scenarios = await app.GetTestClient().GetFromJsonAsync<List<Scenario>>($"http://{host}/demo/scenarios", TestContext.Current.CancellationToken);

        Assert.Equal("jackpot now", Assert.Single(scenarios!).Name);
    }

    [Fact]
    public async Task Post_NoSimulator_SaysWhy()
    {
        await using var app = await StartAsync(new ClosedScenarioDesk());

        using var answer = await app.GetTestClient().PostAsync("/demo/scenarios/jackpot-now", null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("simulated floor only", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task App_WithSimulator_ServesDrawingAndOpensTheDesk()
    {
        var folder = Directory.CreateTempSubdirectory("training");
        try
        {
            await using var app = AppHost.Build(
                new Dictionary<string, string?> { ["CasinoFloor:Data"] = folder.FullName, ["Simulator:Machines"] = "60", ["Urls"] = "http://127.0.0.1:0" }, runPipeline: false);
            await app.StartAsync(TestContext.Current.CancellationToken);
            using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

            using var drawing = JsonDocument.Parse(await client.GetStringAsync("/floor/drawing", TestContext.Current.CancellationToken));
            var scenarios = await client.GetFromJsonAsync<List<Scenario>>("/demo/scenarios", TestContext.Current.CancellationToken);

            Assert.Contains(drawing.RootElement.GetProperty("shapes").EnumerateArray(), shape => shape.GetProperty("kind").GetString() == "cage");
            Assert.Equal(5, scenarios!.Count);
            Assert.Contains("Demo and training", await client.GetStringAsync("/demo", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<WebApplication> StartAsync(IScenarioDesk desk, string? address = "127.0.0.1")
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(desk);
        builder.Services.AddTraining();
        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
            return next(context);
        });
        app.UseRouting();
        app.MapTraining();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private sealed class FakeDesk : IScenarioDesk
    {
        public string? ClosedBecause => null;

        public IReadOnlyList<Scenario> Scenarios { get; } = [new("jackpot now", "A win.", [ScenarioTargetKind.Random, ScenarioTargetKind.Bank])];

        public ScenarioTargets Targets { get; } = new([], ["PN-01"], []);

        public int Orders { get; private set; }

        public Task<ScenarioOutcome> RunAsync(string name, ScenarioTarget target, CancellationToken cancellationToken)
        {
            Orders++;
            return Task.FromResult(target.Name == "none" ? ScenarioOutcome.Refused("No such bank.") : ScenarioOutcome.Done($"{name} at {target}"));
        }
    }
}
