using Bunit;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Tests.Web.Explore;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Components.Shared.Editor;
using CasinoFloor.Web.Explore;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ExplorePage = CasinoFloor.Web.Components.Pages.Explore;

namespace CasinoFloor.Tests.Web.Components.Pages;

public sealed class ExploreTests : BunitContext
{
    public ExploreTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(TimeProvider.System).AddSingleton<IHistory, EngineHistory>().AddExplore(new ExploreOptions());
        Services.AddPropertyCalendar("UTC", new CalendarOptions());
    }

    [Fact]
    public void Page_WithoutPermission_SaysWhatToDo()
    {
        var page = Open(false);

        Assert.Contains("Not permitted", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Explore:AllowRemote", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("textarea"));
    }

    [Fact]
    public void Page_Opened_ShowsTablesQuestionsAndLimits()
    {
        var page = Open(true);

        Assert.Contains(page.FindAll("summary"), summary => summary.TextContent == "plays");
        Assert.Contains("Plays by machine", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", page.Markup, StringComparison.Ordinal);
        Assert.Contains("30 s and 10,000 rows", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TwoStatements_ShowsATabForEach()
    {
        var page = Open(true);

        await RunAsync(page, "plays | count; plays | summarize n = count() by machine");

        page.WaitForAssertion(() => Assert.Equal(["Result 1", "Result 2"], page.FindAll(".tabs button").Select(button => button.TextContent)));
        Assert.StartsWith("3 rows", page.Find(".statistics").TextContent.Trim(), StringComparison.Ordinal);
        page.Find(".tabs button").Click();
        Assert.StartsWith("1 row", page.Find(".statistics").TextContent.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plays", true)]
    [InlineData("plays | take 20", false)]
    public async Task Run_MoreRowsThanTheLimit_SaysThatThereAreMore(string text, bool isCut)
    {
        Services.GetRequiredService<ExploreOptions>().MaxRows = 20;
        var page = Open(true);

        await RunAsync(page, text);

        page.WaitForAssertion(() => Assert.StartsWith("20 rows", page.Find(".statistics").TextContent.Trim(), StringComparison.Ordinal));
        Assert.Equal(isCut ? 1 : 0, page.FindAll("[data-role=cut]").Count);
    }

    [Theory]
    [InlineData("plays | where nothing", "Line 1, column 15")]
    [InlineData(".show tables", "this page only reads")]
    public async Task Run_WhatCannotBeAnswered_SaysWhyAndWhere(string text, string expected)
    {
        var page = Open(true);

        await RunAsync(page, text);

        page.WaitForAssertion(() => Assert.Contains(expected, page.Find(".failure").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Editor_TextWithParameters_ShowsAFormWhoseValuesAreUsed()
    {
        const string Text = "declare query_parameters(least:real = 40.0, who:string); plays | where wager > least and machine == who";
        var page = Open(true);

        await page.InvokeAsync(() => page.FindComponent<KqlEditor>().Instance.ReadAsync(Text, 0, false));
        var inputs = page.FindAll(".parameters input");
        Assert.Equal(["40.0", "needs a value"], inputs.Select(input => input.GetAttribute("placeholder")));
        page.FindAll(".parameters input")[0].Change("80");
        page.FindAll(".parameters input")[1].Change("M1");
        await RunAsync(page, Text);

        page.WaitForAssertion(() => Assert.StartsWith("2 rows", page.Find(".statistics").TextContent.Trim(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Editor_AnError_IsListedWithItsPlace()
    {
        var page = Open(true);
        var editor = page.FindComponent<KqlEditor>().Instance;

        var answer = await page.InvokeAsync(() => editor.ReadAsync("plays | wher x", 8, true));

        Assert.Equal((8, 4), (Assert.Single(answer.Errors).Start, answer.Errors[0].Length));
        Assert.Contains("1:9", page.Find(".errors").TextContent, StringComparison.Ordinal);
        Assert.Contains(answer.Items, item => item.Label == "where");
        Assert.Null(await editor.HoverAsync("plays", 90));
    }

    [Fact]
    public void Page_OpenedToOthersByASetting_IsPermitted()
    {
        Services.GetRequiredService<ExploreOptions>().AllowRemote = true;

        Assert.Single(Open(false).FindAll("textarea"));
    }

    [Theory]
    [InlineData("", true, new string[0])]
    [InlineData("", false, new string[0])]
    [InlineData("plays | count", true, new string[0])]
    [InlineData("plays | count", false, new[] { "plays | count" })]
    public void Page_Opened_BeginsWithTheTextThatTheTabHasKeptOfTheSameLinkElseWithTheLinks(string linked, bool isKept, string[] set)
    {
        var module = JSInterop.SetupModule("./Components/Shared/Editor/KqlEditor.razor.js");
        module.Mode = JSRuntimeMode.Loose;
        var script = module.SetupModule("create", _ => true);
        script.Mode = JSRuntimeMode.Loose;
        script.Setup<bool>("restore").SetResult(isKept);
        if (linked.Length > 0)
            Services.GetRequiredService<NavigationManager>().NavigateTo("explore?q=" + Uri.EscapeDataString(QueryLink.Pack(linked)));

        Open(true);

        Assert.Equal(["casinofloor-query", linked], Assert.Single(module.Invocations["create"]).Arguments.Skip(2));
        Assert.Equal(set, script.Invocations["set"].Select(call => call.Arguments[0]));
    }

    [Fact]
    public void Page_OpenedWithADamagedLink_SaysSoAndShowsNoOtherText()
    {
        var module = JSInterop.SetupModule("./Components/Shared/Editor/KqlEditor.razor.js");
        module.Mode = JSRuntimeMode.Loose;
        var script = module.SetupModule("create", _ => true);
        script.Mode = JSRuntimeMode.Loose;
        Services.GetRequiredService<NavigationManager>().NavigateTo("explore?q=~!!!");

        Assert.Contains("The link is damaged", Open(true).Markup, StringComparison.Ordinal);
        Assert.Equal("~!!!", Assert.Single(module.Invocations["create"]).Arguments[3]);
        Assert.Empty(script.Invocations["set"]);
    }

    [Fact]
    public async Task Editor_TextLongerThanAMessage_LeavesNothingToRun()
    {
        var page = Open(true);
        var editor = page.FindComponent<KqlEditor>().Instance;
        await page.InvokeAsync(() => editor.ReadAsync("plays", 5, false));
        page.Render();
        Assert.Equal("false", page.Find("[data-role=run]").GetAttribute("aria-disabled"));

        await page.InvokeAsync(() => editor.TooLongAsync());

        Assert.Equal("true", page.Find("[data-role=run]").GetAttribute("aria-disabled"));
    }

    private IRenderedComponent<ExplorePage> Open(bool may) => Render<ExplorePage>(parameters => parameters.AddCascadingValue("Local", may));

    private static Task RunAsync(IRenderedComponent<ExplorePage> page, string text) =>
        page.InvokeAsync(() => page.FindComponent<KqlEditor>().Instance.RunAsync(text));
}
