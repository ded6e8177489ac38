using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CasinoFloor.Tests.Eventhouse.Remote;

/// <summary>A Kusto service on a free loopback port that gives recorded answers, one after the other; the last one again and again.</summary>
internal sealed class RecordedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _answers = new();

    private RecordedServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single() + "/");

    public ConcurrentQueue<(string Path, string Body, string Authorization)> Requests { get; } = new();

    public static async Task<RecordedServer> StartAsync(params Func<HttpContext, Task>[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new RecordedServer(app);
        foreach (var answer in answers)
        {
            server._answers.Enqueue(answer);
        }

        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    public static Func<HttpContext, Task> Answer(int status, string body, params (string Name, string Value)[] headers) => context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return context.Response.WriteAsync(body);
    };

    /// <summary>Sends the beginning of an answer and cuts the connection.</summary>
    public static Func<HttpContext, Task> BreakOff(string beginning) => async context =>
    {
        context.Response.ContentLength = beginning.Length + 1000;
        await context.Response.WriteAsync(beginning);
        await context.Response.Body.FlushAsync();
        context.Abort();
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        Requests.Enqueue((context.Request.Path, await reader.ReadToEndAsync(), context.Request.Headers.Authorization.ToString()));
        if (_answers.Count > 1 && _answers.TryDequeue(out var answer))
        {
            await answer(context);
        }
        else if (_answers.TryPeek(out var last))
        {
            await last(context);
        }
    }
}
