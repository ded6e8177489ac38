using System.Text;
using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Replay;

namespace CasinoFloor.Tests.Web.Sources.Replay;

public sealed class ReplayFileContractTests : ReplayFilesContract
{
    private protected override string Prepare(ReplayFolder folder) => folder.Add("slot.ndjson", ReplayFolder.Lines(9_000, ReplayFolder.Slot));
}

public sealed class ReplayGzipContractTests : ReplayFilesContract
{
    private protected override string Prepare(ReplayFolder folder) =>
        folder.Add("slot.ndjson.gz", ReplayFolder.Gzip(ReplayFolder.Lines(9_000, ReplayFolder.Slot)));
}

public sealed class ReplayFolderContractTests : ReplayFilesContract
{
    private protected override string Prepare(ReplayFolder folder)
    {
        folder.Add("a.ndjson", ReplayFolder.Lines(3_000, ReplayFolder.Slot));
        folder.Add("b.jsonl", ReplayFolder.Lines(2_000, ReplayFolder.Table));
        folder.Add("c.json.gz", ReplayFolder.Gzip(ReplayFolder.Lines(1_000, ReplayFolder.Cash)));
        folder.Add("readme.txt", "not an event");
        return folder.Path;
    }
}

public sealed class ReplayStandardInputContractTests : ReplayContract
{
    private readonly byte[] _input = Encoding.UTF8.GetBytes(ReplayFolder.Lines(9_000, ReplayFolder.Slot));

    private protected override string Prepare(ReplayFolder folder) => "-";

    protected override Stream OpenStandardInput() => new MemoryStream(_input);
}

/// <summary>Files can be read again, so a replay of them goes on where it was.</summary>
public abstract class ReplayFilesContract : ReplayContract
{
    [Fact]
    public Task RunAsync_WithCheckpoints_GoesOnWithoutLossOrDoubling() => CheckResumesAsync();
}

/// <summary>The source contract for a replay at maximum speed.</summary>
public abstract class ReplayContract : EndingSourceContract, IDisposable
{
    private readonly ReplayFolder _folder = new();
    private string? _path;

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override IEventSource CreateSource() => new ReplaySource(
        new ReplayOptions { Path = _path ??= Prepare(_folder) }, new FakeReplayDialects(), TimeProvider.System, null, OpenStandardInput);

    protected override IEventSource CreateFailingSource() => new ReplaySource(
        new ReplayOptions { Path = Path.Combine(_folder.Path, "nothing-here.ndjson") }, new FakeReplayDialects(), TimeProvider.System);

    private protected abstract string Prepare(ReplayFolder folder);

    protected virtual Stream OpenStandardInput() => Stream.Null;
}
