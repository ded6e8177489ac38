using Microsoft.Playwright;
using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>The editor of queries as somebody at the keyboard meets it.</summary>
public sealed class ExplorePageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact(Timeout = TestTime.Limit)]
    public async Task Editor_TypedCompletedAndRun_ShowsRowsErrorsAndStops()
    {
        await using var host = await FloorHost.StartAsync(null);
        await using var page = await browser.OpenAsync(new Uri(host.Address, "explore"));
        var input = page.Page.Locator("[data-role=input]");
        var options = page.Page.Locator("[role=option]");
        await TypeUntilReadAsync(page.Page, input, "pla");

        // The proposal for a table, taken with Tab; then an operator and a column, by keyboard alone.
        await Assertions.Expect(options.First).ToContainTextAsync("plays");
        await page.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(input).ToHaveValueAsync("plays");
        await page.Page.Keyboard.TypeAsync(" | summ");
        await Assertions.Expect(options.First).ToContainTextAsync("summarize");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Keyboard.TypeAsync("n = count() by mac");
        await Assertions.Expect(options.First).ToContainTextAsync("machine");
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(input).ToHaveValueAsync("plays | summarize n = count() by machine");
        await Assertions.Expect(page.Page.Locator("[data-role=layer] .k-keyword").First).ToHaveTextAsync("summarize");

        await page.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Page.Locator(".statistics")).ToContainTextAsync("3 rows");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Cell, new PageGetByRoleOptions { Name = "M0" })).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();

        // Undo takes the proposals back out, as if they had been typed.
        await page.Page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(input).Not.ToHaveValueAsync("plays | summarize n = count() by machine");

        await input.FillAsync("plays\n| where nothing > 1");
        await Assertions.Expect(page.Page.Locator("[data-role=layer] .k-wrong")).ToHaveTextAsync("nothing");
        await page.Page.Locator(".errors button").ClickAsync();
        await page.Page.WaitForFunctionAsync("() => { const e = document.activeElement; return e.value?.slice(e.selectionStart, e.selectionEnd) === 'nothing'; }");
        await page.AssertAccessibleAsync();

        // Ten thousand million pairs: it ends by nothing but the press.
        const string side = "range {0} from 1 to 100000 step 1 | extend k = 1";
        await input.FillAsync($"{side.Replace("{0}", "x", StringComparison.Ordinal)} | join kind=inner ({side.Replace("{0}", "y", StringComparison.Ordinal)}) on k | where x * y % 7 == 3 | summarize count()");
        await page.Page.Keyboard.PressAsync("Shift+Enter");
        await page.Page.Locator("[data-role=cancel][aria-disabled=false]").ClickAsync();
        await Assertions.Expect(page.Page.Locator(".failure")).ToContainTextAsync("Cancelled", new LocatorAssertionsToContainTextOptions { Timeout = 20_000 });
        await Assertions.Expect(page.Page.Locator("[data-role=cancel]")).ToBeFocusedAsync();
        await page.Page.Locator("[data-role=history]").ClickAsync();
        await Assertions.Expect(page.Page.Locator(".past li")).ToHaveCountAsync(2);
        page.AssertNoProblems();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task History_OnAPhone_StandsBesideTheAnswerNotOverItAndRunKeepsTheFocus()
    {
        await using var host = await FloorHost.StartAsync(null);
        await using var page = await browser.OpenAsync(new Uri(host.Address, "explore"), "dark", 390, 844);
        var run = page.Page.Locator("[data-role=run]");
        await TypeUntilReadAsync(page.Page, page.Page.Locator("[data-role=input]"), "plays");
        await page.Page.Keyboard.PressAsync("Escape");
        await run.FocusAsync();
        await run.PressAsync("Enter");
        await Assertions.Expect(page.Page.Locator(".statistics")).ToContainTextAsync("60 rows");
        await Assertions.Expect(run).ToBeFocusedAsync();

        await page.Page.Locator("[data-role=history]").ClickAsync();
        await Assertions.Expect(page.Page.Locator(".past li")).ToHaveCountAsync(1);

        var (past, answer) = (await page.Page.Locator(".past").BoundingBoxAsync(), await page.Page.Locator(".answer").BoundingBoxAsync());
        Assert.True(past!.Y + past.Height <= answer!.Y, $"The history ends at {past.Y + past.Height}, the answer begins at {answer.Y}.");
        await page.AssertAccessibleAsync();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Editor_TabAndEscape_IndentsAndLeaves()
    {
        await using var host = await FloorHost.StartAsync(null);
        await using var page = await browser.OpenAsync(new Uri(host.Address, "explore"));
        var input = page.Page.Locator("[data-role=input]");
        await TypeUntilReadAsync(page.Page, input, "1");

        await page.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(input).ToHaveValueAsync("1   ");
        await page.Page.Keyboard.PressAsync("Escape");
        await page.Page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(input).Not.ToBeFocusedAsync();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Editor_TextOfTheTab_IsThereAgainAfterAReloadAndAfterAnotherPage()
    {
        await using var host = await FloorHost.StartAsync(null);
        await using var page = await browser.OpenAsync(new Uri(host.Address, "explore"));
        var input = page.Page.Locator("[data-role=input]");
        await TypeUntilReadAsync(page.Page, input, "plays | take 2");

        await page.Page.ReloadAsync();
        await Assertions.Expect(input).ToHaveValueAsync("plays | take 2");
        await Assertions.Expect(page.Page.Locator("[data-role=run]")).ToBeEnabledAsync();
        await Assertions.Expect(page.Page.Locator("[data-role=layer] .k-table")).ToHaveTextAsync("plays");

        await page.Page.GotoAsync(new Uri(host.Address, "machines").ToString());
        await page.Page.GotoAsync(new Uri(host.Address, "explore").ToString());
        await Assertions.Expect(input).ToHaveValueAsync("plays | take 2");
        page.AssertNoProblems();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Editor_LinkThatWasChanged_IsThereAgainAfterAReloadAndAnotherLinkIsNot()
    {
        await using var host = await FloorHost.StartAsync(null);
        await using var page = await browser.OpenAsync(new Uri(host.Address, "explore?q=plays"));
        var input = page.Page.Locator("[data-role=input]");
        await Assertions.Expect(input).ToHaveValueAsync("plays");
        await TypeUntilReadAsync(page.Page, input, "plays | take 3");

        await page.Page.ReloadAsync();
        await Assertions.Expect(input).ToHaveValueAsync("plays | take 3");
        await page.Page.Locator("[data-read='14']").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

        // What was shared is a link too, and what is typed after it.
        await page.Page.Locator("[data-role=share]").ClickAsync();
        await page.Page.WaitForURLAsync("**/explore?q=plays%20*");
        await TypeUntilReadAsync(page.Page, input, "plays | take 4");
        await page.Page.ReloadAsync();
        await Assertions.Expect(input).ToHaveValueAsync("plays | take 4");

        await page.Page.GotoAsync(new Uri(host.Address, "explore?q=print%201").ToString());
        await Assertions.Expect(input).ToHaveValueAsync("print 1");
        page.AssertNoProblems();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Editor_TypedWhileTheConnectionIsLost_IsWhatRunsWhenItIsBack()
    {
        await using var host = await FloorHost.StartAsync(null);
        await using var page = await browser.OpenAsync(new Uri(host.Address, "explore"));
        var input = page.Page.Locator("[data-role=input]");
        await TypeUntilReadAsync(page.Page, input, "plays | take 2");

        await page.Page.Context.SetOfflineAsync(true);
        await page.Page.Locator("html[data-connection=lost]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await input.FillAsync("plays | take 11");
        await page.Page.Context.SetOfflineAsync(false);
        await page.Page.Locator("html:not([data-connection])").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await Assertions.Expect(input).ToHaveValueAsync("plays | take 11");
        await page.Page.Locator("[data-read='15']").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

        await page.Page.Locator("[data-role=run]").ClickAsync();
        await Assertions.Expect(page.Page.Locator(".statistics")).ToContainTextAsync("11 rows");
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Run_TextLongerThanAMessage_IsRefusedAndTheConnectionStays()
    {
        await using var host = await FloorHost.StartAsync(null);
        await using var page = await browser.OpenAsync(new Uri(host.Address, "explore"));
        var input = page.Page.Locator("[data-role=input]");
        await TypeUntilReadAsync(page.Page, input, "plays");

        await input.FillAsync("print " + string.Concat(Enumerable.Repeat("a=1,", 9000)) + "b=1");
        await page.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Page.Locator(".too-long")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator("[data-role=run]")).ToHaveAttributeAsync("aria-disabled", "true");

        await input.FillAsync("plays");
        await page.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Page.Locator(".statistics")).ToContainTextAsync("60 rows");
        page.AssertNoProblems();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Page_BehindAProxy_IsNotPermitted()
    {
        await using var host = await FloorHost.StartAsync(null);
        await using var page = await browser.OpenAsync(host.Address);
        await page.Page.SetExtraHTTPHeadersAsync([new KeyValuePair<string, string>("X-Forwarded-For", "10.0.0.9")]);

        await page.Page.GotoAsync(new Uri(host.Address, "explore").ToString());

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Not permitted" })).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
    }

    /// <summary>Types a first word; the editor listens only once the page is connected, so it is typed anew until it was read.</summary>
    private static async Task TypeUntilReadAsync(IPage page, ILocator input, string text)
    {
        while (true)
        {
            await input.FillAsync("");
            await input.ClickAsync();
            await page.Keyboard.TypeAsync(text);
            try
            {
                await page.Locator($"[data-read='{text.Length}']").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached, Timeout = 2000 });
                return;
            }
            catch (TimeoutException)
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            }
        }
    }
}
