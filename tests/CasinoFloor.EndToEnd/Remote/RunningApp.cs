using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace CasinoFloor.EndToEnd.Remote;

/// <summary>The program on a port that the test chooses, so that it can be stopped and come back; asked over HTTP in whatever state it is.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly ProductProcess _process;
    private readonly HttpClient _http;

    private RunningApp(ProductProcess process, Uri address)
    {
        _process = process;
        _http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(10) };
    }

    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }

    public static RunningApp Start(Uri address, params string[] args) => new(ProductProcess.Start([.. args, "--urls", address.ToString()]), address);

    /// <summary>Waits until the health answer, good or bad, fulfils a condition.</summary>
    public async Task<JsonElement> HealthAsync(Func<JsonElement, bool> condition, CancellationToken stop)
    {
        JsonElement? last = null;
        while (true)
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The program ended with {_process.ExitCode}.\n{_process.Output}\n{_process.Errors}");
            }

            try
            {
                using var answer = await _http.GetAsync("health", stop);
                last = await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
                if (condition(last.Value))
                {
                    return last.Value;
                }
            }
            catch (HttpRequestException)
            {
                // It is starting.
            }

            Assert.False(stop.IsCancellationRequested, $"The health stayed {last}.");
            await Task.Delay(50, stop);
        }
    }

    /// <summary>The only row of a query.</summary>
    public async Task<JsonElement> RowAsync(string query, CancellationToken stop)
    {
        using var answer = await _http.PostAsJsonAsync("v2/rest/query", new { db = "casino_realtime", csl = query }, stop);
        var text = await answer.Content.ReadAsStringAsync(stop);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonElement.Parse(text).EnumerateArray().Single(frame => frame.TryGetProperty("TableKind", out var kind) && kind.ValueEquals("PrimaryResult"))
            .GetProperty("Rows").EnumerateArray().Single();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _process.DisposeAsync();
    }
}
