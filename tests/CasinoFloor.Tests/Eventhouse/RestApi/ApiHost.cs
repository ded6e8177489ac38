using System.Net.Http.Json;
using System.Text.Json;
using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.RestApi;
using CasinoFloor.Tests.Eventhouse.Embedded;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CasinoFloor.Tests.Eventhouse.RestApi;

/// <summary>The endpoints on a free loopback port, over an embedded Eventhouse or over what the test gives.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestHouse? _house;

    private ApiHost(WebApplication app, TestHouse? house)
    {
        _app = app;
        _house = house;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Http { get; }

    public TestHouse House => _house!;

    public static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    public T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public static async Task<ApiHost> StartAsync(Action<EventhouseApiOptions>? configure = null)
    {
        var house = await TestHouse.OpenAsync();
        return await StartAsync(house.House, house, configure);
    }

    public static async Task<ApiHost> StartAsync(IKqlDatabase database, TestHouse? house = null, Action<EventhouseApiOptions>? configure = null)
    {
        var options = new EventhouseApiOptions();
        configure?.Invoke(options);
        Assert.Empty(options.Validate());
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton<TimeProvider>(house?.Time ?? TimeProvider.System);
        builder.Services.AddEventhouseApi(options);
        var app = builder.Build();
        app.MapEventhouseApi();
        await app.StartAsync(Token);
        return new ApiHost(app, house);
    }

    public Task<HttpResponseMessage> PostAsync(string path, string query, object? properties = null) =>
        Http.PostAsJsonAsync(path, properties is null ? new { db = "casino_realtime", csl = query } : (object)new { db = "casino_realtime", csl = query, properties }, JsonSerializerOptions.Default, Token);

    public async Task<JsonElement> QueryAsync(string query, object? properties = null) => await ReadAsync(await PostAsync("/v2/rest/query", query, properties));

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(Token);
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}: {text}");
        return JsonElement.Parse(text);
    }

    public static async Task<JsonElement> ErrorAsync(HttpResponseMessage response, System.Net.HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync(Token);
        Assert.True(response.StatusCode == expected, $"{response.StatusCode}: {text}");
        return JsonElement.Parse(text).GetProperty("error");
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        if (_house is not null)
        {
            await _house.DisposeAsync();
        }
    }
}
