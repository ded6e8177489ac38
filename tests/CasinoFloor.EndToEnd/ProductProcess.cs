using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace CasinoFloor.EndToEnd;

/// <summary>The real program as a process of its own, as a user starts it.</summary>
internal sealed class ProductProcess : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();

    private ProductProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', _output);

    public string Errors => string.Join('\n', _errors);

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    public int Id => _process.Id;

    public Uri? Address { get; private init; }

    /// <summary>A command that ends by itself, or is killed.</summary>
    public static ProductProcess Start(params string[] args) => Start(ProductFiles.Program, null, args);

    /// <summary>The web app on a free loopback port; ready when this returns.</summary>
    public static Task<ProductProcess> StartWebAsync(CancellationToken stop, params string[] args) => StartWebAsync(ProductFiles.Program, stop, args);

    /// <summary>The same for another copy of the program: a published one.</summary>
    public static async Task<ProductProcess> StartWebAsync(string program, CancellationToken stop, params string[] args)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var app = Start(program, address, [.. args, "--urls", address.ToString()]);
        await app.WaitForAsync(_ => true, stop);
        return app;
    }

    /// <summary>Waits until the health answer fulfils a condition.</summary>
    public async Task<JsonElement> WaitForAsync(Func<JsonElement, bool> condition, CancellationToken stop)
    {
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            if (HasExited)
            {
                throw new InvalidOperationException($"The program ended with {ExitCode}.\n{Output}\n{Errors}");
            }

            if (await HealthAsync(stop) is { } health && condition(health))
            {
                return health;
            }

            await Task.Delay(50, stop);
        }
    }

    /// <summary>Writes a line to its standard input.</summary>
    public async Task WriteLineAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Waits for the end and gives the exit code.</summary>
    public async Task<int> WaitForExitAsync(CancellationToken stop)
    {
        await _process.WaitForExitAsync(stop);
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private static ProductProcess Start(string program, Uri? address, string[] args)
    {
        // A run of the tests that was started in the background has handed on that Ctrl+C is ignored; a user's terminal does not.
        string[] asByHand = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        var start = new ProcessStartInfo(asByHand[0], asByHand[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add(program);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        return new ProductProcess(Process.Start(start)!) { Address = address };
    }

    private async Task<JsonElement?> HealthAsync(CancellationToken stop)
    {
        try
        {
            return await Http.GetFromJsonAsync<JsonElement>(new Uri(Address!, "health"), stop);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            return null;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }
}
