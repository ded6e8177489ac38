using System.Diagnostics;
using System.Security.Cryptography;
using CasinoFloor.Tests;

namespace CasinoFloor.EndToEnd.Npm;

/// <summary>
/// A folder with the packages of one of the <c>Npm</c> folders beside this file, installed once into the machine's temporary folder and used again while its lock
/// file stays the same. Without npm, or without a registry, the tests that need it are skipped and say so.
/// </summary>
internal sealed class NpmFolder
{
    private static readonly SemaphoreSlim Installing = new(1, 1);

    private NpmFolder(string path) => Path = path;

    /// <summary>Where the packages and the scripts are.</summary>
    public string Path { get; }

    /// <summary>Installs what is missing.</summary>
    /// <param name="name">The folder below <c>Npm</c>.</param>
    /// <param name="stop">Ends the installation.</param>
    public static async Task<NpmFolder> InstallOrSkipAsync(string name, CancellationToken stop)
    {
        var source = System.IO.Path.Combine(RepositoryFiles.Root, "tests", "CasinoFloor.EndToEnd", "Npm", name);
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(System.IO.Path.Combine(source, "package-lock.json"), stop)));
        var folder = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"casinofloor-npm-{name}-{hash[..12]}");
        var done = System.IO.Path.Combine(folder, ".installed");
        await Installing.WaitAsync(stop);
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var file in Directory.EnumerateFiles(source))
            {
                File.Copy(file, System.IO.Path.Combine(folder, System.IO.Path.GetFileName(file)), overwrite: true);
            }

            if (!File.Exists(done))
            {
                var (code, _, errors) = await RunOrSkipAsync("npm", folder, stop, "ci", "--no-audit", "--no-fund", "--ignore-scripts");
                Assert.SkipUnless(code == 0, $"npm could not install the packages of {name}: {errors}");
                await File.WriteAllTextAsync(done, "", stop);
            }
        }
        finally
        {
            Installing.Release();
        }

        return new NpmFolder(folder);
    }

    /// <summary>Runs a script of the folder with Node, and gives what it printed.</summary>
    public async Task<string> RunAsync(string script, CancellationToken stop, params string[] args)
    {
        var (code, output, errors) = await RunOrSkipAsync("node", Path, stop, [script, .. args]);
        Assert.True(code == 0, $"{script} ended with {code}:\n{output}\n{errors}");
        return output;
    }

    private static async Task<(int Code, string Output, string Errors)> RunOrSkipAsync(string program, string folder, CancellationToken stop, params string[] args)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
            .SelectMany(path => new[] { System.IO.Path.Combine(path, program), System.IO.Path.Combine(path, program + ".cmd"), System.IO.Path.Combine(path, program + ".exe") })
            .FirstOrDefault(File.Exists);
        Assert.SkipUnless(found is not null, $"{program} is not installed (apt-get install npm).");
        using var process = Process.Start(new ProcessStartInfo(found!, args) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(stop);
            var errors = process.StandardError.ReadToEndAsync(stop);
            await process.WaitForExitAsync(stop);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
