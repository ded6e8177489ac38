using System.Text.Json;
using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>The lists beside the map, <c>wwwroot/js/floor/panels.js</c>: whoever has chosen a row keeps it while the list goes on.</summary>
public sealed class PanelsTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    // Rows A to D as the server rendered them; C has the focus. Gives what is listed, what has the focus, and whether its element is still the same.
    private const string Script = """
        async messages => {
          const { Panels } = await import('/js/floor/panels.js');
          const row = name => `<button type="button" data-machine="${name.charCodeAt(0)}"><span class="row-title">${name[0]}</span> <time data-since="1"></time> ${name.slice(1)}</button>`;
          const floor = document.createElement('div');
          floor.innerHTML = `<section data-role="jackpots"><span data-part="note"></span><p data-part="unknown"></p><p data-part="empty"></p><ul data-part="rows">${
            ['A', 'B', 'C', 'D'].map(name => `<li>${row(name)}</li>`).join('')}</ul></section>`;
          document.body.append(floor);
          floor.querySelectorAll('time').forEach(time => { time.textContent = '0:07'; });
          const chosen = floor.querySelectorAll('button')[2];
          chosen.focus();
          const panels = new Panels(floor, () => {});
          for (const message of JSON.parse(messages)) {
            panels.show({ jackpots: { note: '', rows: message.map(item => typeof item === 'number' ? item : row(item)) } });
          }

          return {
            listed: [...floor.querySelectorAll('.row-title')].map(title => title.textContent).join(''),
            focused: document.activeElement?.querySelector('.row-title')?.textContent ?? '',
            same: document.activeElement === chosen,
          };
        }
        """;

    [Theory(Timeout = TestTime.Limit)]
    [InlineData("""[["A", "B", "C", "D"]]""", "ABCD", true)]
    [InlineData("""[["B", "D", "C", "A", "E"]]""", "BDCAE", true)]
    [InlineData("""[["A", "B", "C changed", "D"]]""", "ABCD", false)]
    [InlineData("""[["A", "B", "C", "D"], [1, 2, 3, 0]]""", "BCDA", true)]
    [InlineData("""[["A", "B", "C", "D"], [0, 1, 3, 2]]""", "ABDC", true)]
    [InlineData("""[["A", "B", "C", "D"], ["E", 2, 0]]""", "ECA", true)]
    [InlineData("""[["A", "B", "C", "D"], ["A", "B", "C", "D"]]""", "ABCD", true)]
    [InlineData("""[["A", "B", "C", "D"], ["E", "D", "C", "A"]]""", "EDCA", true)]
    [InlineData("""[["A", "B", "C", "D"], [2, 0], ["C changed", "B", "A"]]""", "CBA", false)]
    public async Task Rows_WrittenAnewOrMoved_KeepTheFocus(string messages, string listed, bool isSame)
    {
        await using var host = await FloorHost.StartAsync(null);
        await using var page = await browser.OpenAsync(host.Address);

        var seen = await page.Page.EvaluateAsync<JsonElement>(Script, messages);

        Assert.Equal((listed, "C", isSame), (seen.GetProperty("listed").GetString(), seen.GetProperty("focused").GetString(), seen.GetProperty("same").GetBoolean()));
    }
}
