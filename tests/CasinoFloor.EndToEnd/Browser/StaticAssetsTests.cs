using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>The web root at the top of the repository is served in Development, by plain and by fingerprinted names.</summary>
public sealed partial class StaticAssetsTests
{
    /// <summary>One of each kind: style sheet, script, collocated script, scoped styles, a package's and the framework's own.</summary>
    internal static readonly string[] Assets =
    [
        "css/app.css", "js/floor/view.js", "Components/Shared/Map/MapView.razor.js", "icons/casinofloor.svg",
        "_content/MudBlazor/MudBlazor.min.css", "_framework/blazor.web.js",
    ];

    [Fact(Timeout = TestTime.Limit)]
    public async Task Assets_InDevelopment_AreServed()
    {
        await using var host = await FloorHost.StartAsync(null);
        await AssertServesAsync(host.Address, TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task UnknownAddress_ByWhoAsks_IsAPageOrABareStatus()
    {
        await using var host = await FloorHost.StartAsync(null);
        using var client = new HttpClient { BaseAddress = host.Address };

        using var program = await client.GetAsync(new Uri("nowhere", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, program.StatusCode);
        Assert.Empty(await program.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using var browser = await client.GetAsync(new Uri("nowhere", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, browser.StatusCode);
        Assert.Contains("There is no page at this address", await browser.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>Asserts that the page, what it links to, and the scripts of its import map are served.</summary>
    internal static async Task AssertServesAsync(Uri address, CancellationToken stop)
    {
        using var client = new HttpClient { BaseAddress = address };
        var page = await client.GetStringAsync(address, stop);
        var linked = Links().Matches(page).Select(match => match.Groups["path"].Value).ToList();
        Assert.Contains(linked, path => Regex.IsMatch(path, @"^css/app\.\w+\.css$"));
        Assert.Contains(linked, path => Regex.IsMatch(path, @"^CasinoFloor\.Web\.\w+\.styles\.css$"));
        Assert.Contains(linked, path => Regex.IsMatch(path, @"^\./Components/Shared/Map/MapView\.\w+\.razor\.js$"));
        foreach (var path in Assets.Concat(linked))
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), stop);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(stop));
        }
    }

    [GeneratedRegex("""(?:(?:href|src)="(?<path>[^"/][^":]*\.(?:css|js|svg)[^"]*)"|": "(?<path>\./[^"]+\.js)")""", RegexOptions.ExplicitCapture)]
    private static partial Regex Links();
}
