using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CasinoFloor.Benchmarks.Runs.Viewers;

/// <summary>The product as a process of its own, with a simulated floor, on a free loopback port and on one core.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _data;

    private ServerProcess(Process process, Uri address, string data)
    {
        _process = process;
        Address = address;
        _data = data;
    }

    public Uri Address { get; }

    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public static async Task<ServerProcess> StartAsync(int machines, double ticksPerSecond, bool oneCore, HttpClient http, CancellationToken cancellation)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var data = Directory.CreateTempSubdirectory("casinofloor-viewers-").FullName;

        // Bound before it starts where that can be: runtime and database then count one processor, as on a machine that has one.
        string[] bound = oneCore && OperatingSystem.IsLinux() ? ["taskset", "--cpu-list", "0", "dotnet"] : ["dotnet"];
        var start = new ProcessStartInfo(bound[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])
            [
                .. bound[1..],
                Path.Combine(AppContext.BaseDirectory, "CasinoFloor.Web.dll"), "run", "--urls", address.ToString(), "--data", data,
                "--set", string.Create(CultureInfo.InvariantCulture, $"Simulator:Machines={machines}"),
                "--set", string.Create(CultureInfo.InvariantCulture, $"Pipeline:Tick={TimeSpan.FromSeconds(1 / ticksPerSecond)}"),
            ])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (oneCore && OperatingSystem.IsWindows())
        {
            process.ProcessorAffinity = 1;
        }

        var server = new ServerProcess(process, address, data);
        while (!await IsWellAsync(http, address, cancellation))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The server ended with {process.ExitCode}.");
            }

            await Task.Delay(100, cancellation);
        }

        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private static async Task<bool> IsWellAsync(HttpClient http, Uri address, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(address, "/health"), cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
