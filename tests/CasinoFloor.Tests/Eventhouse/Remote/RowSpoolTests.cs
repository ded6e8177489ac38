using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.Remote.Ingestion;
using CasinoFloor.Eventhouse.Remote.Spool;

namespace CasinoFloor.Tests.Eventhouse.Remote;

public sealed class RowSpoolTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("spool");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Peek_AfterARestart_GivesTheWritesInOrder()
    {
        var first = Open();
        first.Add([Chunk("slots", 3), Chunk("alerts", 1)]);
        first.Add([Chunk("slots", 5)]);

        var second = Open();

        Assert.Equal(9, second.Rows);
        Assert.Equal(["slots", "alerts"], second.Peek()!.Select(chunk => chunk.Table));
        Assert.Equal(Chunk("slots", 3).Body.ToArray(), second.Peek()![0].Body.ToArray());
        second.Remove();
        Assert.Equal(5, second.Peek()!.Single().Rows);
        second.Remove();
        Assert.True(second.IsEmpty);
        Assert.Empty(_directory.EnumerateFiles());
    }

    [Fact]
    public void Open_AfterACrashInTheMiddleOfAWrite_ForgetsThatWriteOnly()
    {
        Open().Add([Chunk("slots", 3)]);
        File.WriteAllBytes(Path.Combine(_directory.FullName, "000000000002.writing"), [1, 2, 3]);

        var spool = Open();

        Assert.Equal(3, spool.Rows);
        Assert.Single(_directory.EnumerateFiles());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    [InlineData(-5)]
    public void Peek_DamagedFile_IsSetAsideAndTheNextOneGiven(int at)
    {
        Open().Add([Chunk("slots", 3)]);
        var path = _directory.EnumerateFiles().Single().FullName;
        var bytes = File.ReadAllBytes(path);
        bytes[at < 0 ? bytes.Length + at : at] ^= 0xFF;
        File.WriteAllBytes(path, bytes);
        var spool = Open();
        spool.Add([Chunk("alerts", 1)]);

        Assert.Equal("alerts", spool.Peek()!.Single().Table);

        Assert.Equal((1, 1), (spool.Damaged, spool.Rows));
        Assert.Equal(bytes, File.ReadAllBytes(path + ".damaged"));
        Assert.Equal(1, Open().Damaged);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public void Peek_CutFile_IsSetAside(int cut)
    {
        Open().Add([Chunk("slots", 3)]);
        var path = _directory.EnumerateFiles().Single().FullName;
        using (var file = File.OpenWrite(path))
        {
            file.SetLength(Math.Max(0, file.Length - cut));
        }

        var spool = Open();

        Assert.False(spool.IsEmpty);
        Assert.Null(spool.Peek());
        Assert.True(spool.IsEmpty);
        Assert.Equal(1, spool.Damaged);
    }

    [Fact]
    public void Add_NoRoom_RefusesAndKeepsWhatIsThere()
    {
        var spool = Open(maxBytes: 300);
        spool.Add([Chunk("slots", 3)]);

        var failure = Assert.Throws<EventhouseException>(() => spool.Add([Chunk("slots", 250)]));

        Assert.Contains("SpoolMaxBytes", failure.Message, StringComparison.Ordinal);
        Assert.Equal(3, Open().Rows);
    }

    [Fact]
    public void Add_LargerThanTheSpool_HasRoomWhereNothingWaits()
    {
        var spool = Open(maxBytes: 100);

        spool.Add([Chunk("slots", 250)]);
        Assert.Throws<EventhouseException>(() => spool.Add([Chunk("slots", 1)]));
        spool.Remove();
        spool.Add([Chunk("slots", 250)]);

        Assert.Equal(250, Open().Rows);
    }

    private RowSpool Open() => Open(1 << 20);

    private RowSpool Open(long maxBytes) => new(_directory.FullName, maxBytes);

    private static RowChunk Chunk(string table, int rows) => new(table, rows, rows * 10, $"tag/{rows}", Enumerable.Range(0, rows).Select(i => (byte)i).ToArray());
}
