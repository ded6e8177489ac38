using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Azure.Storage.Sas;
using CasinoFloor.EndToEnd.Npm;

namespace CasinoFloor.EndToEnd.Remote;

/// <summary>Azurite, Microsoft's emulator of blob and queue storage, on free ports with an account of its own.</summary>
internal sealed partial class Azurite : IAsyncDisposable
{
    private const string Account = "floor";

    private readonly Process _process;
    private readonly StorageSharedKeyCredential _key;
    private readonly Uri _blobs;
    private readonly Uri _queues;
    private readonly Task _saying;

    private Azurite(Process process, string key, Uri blobs, Uri queues)
    {
        _process = process;
        _key = new StorageSharedKeyCredential(Account, key);
        _blobs = new Uri(blobs, Account);
        _queues = new Uri(queues, Account);

        // Nobody reads what it says from now on; a full pipe would stop it.
        _saying = Task.WhenAll(process.StandardOutput.BaseStream.CopyToAsync(Stream.Null), process.StandardError.BaseStream.CopyToAsync(Stream.Null));
    }

    /// <summary>Starts it; without npm the test is skipped and says so.</summary>
    public static async Task<Azurite> StartOrSkipAsync(CancellationToken stop)
    {
        var packages = await NpmFolder.InstallOrSkipAsync("azurite", stop);
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = packages.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["AZURITE_ACCOUNTS"] = $"{Account}:{key}" },
        };
        foreach (var argument in new[] { "node_modules/azurite/dist/src/azurite.js", "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry", "--silent", "--blobPort", "0", "--queuePort", "0", "--tablePort", "0" })
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        try
        {
            Uri? blobs = null;
            Uri? queues = null;
            while (blobs is null || queues is null)
            {
                var line = await process.StandardOutput.ReadLineAsync(stop) ?? throw new InvalidOperationException($"Azurite ended: {await process.StandardError.ReadToEndAsync(stop)}");
                blobs ??= Listening(line, "Blob");
                queues ??= Listening(line, "Queue");
            }

            return new Azurite(process, key, blobs, queues);
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    /// <summary>Makes a container; its address carries a signature, of this account or of another one that does not count.</summary>
    public async Task<Uri> ContainerAsync(string name, CancellationToken stop, bool isSignatureGood = true)
    {
        var container = new BlobServiceClient(_blobs, _key).GetBlobContainerClient(name);
        await container.CreateIfNotExistsAsync(cancellationToken: stop);
        var signed = new BlobSasBuilder(BlobContainerSasPermissions.All, DateTimeOffset.MaxValue.AddYears(-1)) { BlobContainerName = name, Resource = "c" };
        return new BlobUriBuilder(container.Uri) { Sas = signed.ToSasQueryParameters(Signer(isSignatureGood)) }.ToUri();
    }

    /// <summary>Makes a queue; its address carries a signature.</summary>
    public async Task<Uri> QueueAsync(string name, CancellationToken stop)
    {
        var queue = new QueueServiceClient(_queues, _key).GetQueueClient(name);
        await queue.CreateIfNotExistsAsync(cancellationToken: stop);
        var signed = new QueueSasBuilder(QueueSasPermissions.All, DateTimeOffset.MaxValue.AddYears(-1)) { QueueName = name };
        return new QueueUriBuilder(queue.Uri) { Sas = signed.ToSasQueryParameters(_key) }.ToUri();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        await _saying;
        _process.Dispose();
    }

    private StorageSharedKeyCredential Signer(bool isGood) =>
        isGood ? _key : new StorageSharedKeyCredential(Account, Convert.ToBase64String(RandomNumberGenerator.GetBytes(64)));

    // "Azurite Blob service is successfully listening at http://127.0.0.1:41489"
    private static Uri? Listening(string line, string service) =>
        Address().Match(line) is { Success: true } match && match.Groups[1].Value == service ? new Uri(match.Groups[2].Value + "/") : null;

    [GeneratedRegex(@"^Azurite (\w+) service is successfully listening at (http://\S+)$")]
    private static partial Regex Address();
}
