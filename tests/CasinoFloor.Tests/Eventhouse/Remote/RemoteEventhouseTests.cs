using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.Remote;
using CasinoFloor.Kql;
using CasinoFloor.Tests.Eventhouse.Embedded;
using Microsoft.Extensions.Logging.Abstractions;
using static CasinoFloor.Tests.Eventhouse.Remote.RecordedServer;

namespace CasinoFloor.Tests.Eventhouse.Remote;

public sealed class RemoteEventhouseTests : IDisposable
{
    private const string NoTables = """{"Tables":[{"TableName":"Table_0","Columns":[{"ColumnName":"TableName","ColumnType":"string"}],"Rows":[]}]}""";

    private const string NoMachines = """
        [{"FrameType":"DataSetHeader"},{"FrameType":"DataTable","TableId":1,"TableKind":"PrimaryResult","TableName":"PrimaryResult","Columns":[{"ColumnName":"machine_id","ColumnType":"string"}],"Rows":[]},
         {"FrameType":"DataSetCompletion","HasErrors":false,"Cancelled":false}]
        """;

    private readonly DirectoryInfo _spool = Directory.CreateTempSubdirectory("remote");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _spool.Delete(recursive: true);

    [Theory]
    [InlineData(401, "", "Authentication")]
    [InlineData(403, "", "roles")]
    [InlineData(404, "", "QueryUri")]
    [InlineData(200, NoTables, "'provision'")]
    public async Task OpenAsync_CannotBeUsed_SaysWhatToDo(int status, string body, string advice)
    {
        await using var server = await StartAsync(Answer(status, body));
        await using var remote = Client(server);

        var failure = await Assert.ThrowsAsync<EventhouseException>(() => remote.OpenAsync(Cancellation));

        Assert.Contains(advice, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_AwayThenBack_SaysSoAndStoresTheMachinesLater()
    {
        await using var server = await StartAsync(Answer(503, ""), Answer(200, "{}"), Answer(200, NoMachines), Answer(200, NoTables));
        await using var remote = Client(server);

        await remote.OpenAsync(Cancellation);
        await remote.SaveMachinesAsync([new MachineLocation { MachineId = "M-1" }], Cancellation);
        Assert.NotNull(remote.Problem);
        Assert.Null(await remote.NewestEventAsync(Cancellation));
        Assert.Equal("M-1", (await remote.LoadMachinesAsync(Cancellation)).Single().MachineId);
        await remote.WriteAsync([TestBatches.Spins(0, 3, TestHouse.Now)], [TestBatches.At(3)], Cancellation);

        await Eventually.TrueAsync(() => server.Requests.Any(request => request.Body.Contains(".set-or-replace machine_locations", StringComparison.Ordinal)), Cancellation);
        Assert.Null(remote.Problem);
        Assert.Contains("nothing was recovered", remote.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task QueryAsync_CallerStops_IsAnErrorOfTheAnswer()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await using var server = await StartAsync(async context =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        await using var remote = Client(server);

        var result = await remote.QueryAsync(new KqlQuery("print 1"), stop.Token);

        Assert.Equal(KqlErrorCodes.Cancelled, result.Error!.Code);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task QueryAsync_CannotBeAsked_ThrowsOrSaysWhy(int status)
    {
        await using var server = await StartAsync(Answer(status, ""));
        await using var remote = Client(server);

        if (status == 503)
        {
            await Assert.ThrowsAsync<EventhouseException>(() => remote.QueryAsync(new KqlQuery("print 1"), Cancellation));
        }
        else
        {
            Assert.Contains("too often", (await remote.QueryAsync(new KqlQuery("print 1"), Cancellation)).Error!.Message, StringComparison.Ordinal);
        }
    }

    private RemoteEventhouse Client(RecordedServer server) => new(
        new RemoteOptions
        {
            QueryUri = server.Address.ToString(),
            Authentication = RemoteAuthentication.None,
            QueuedIngestion = false,
            RetryFor = TimeSpan.Zero,
            SpoolDirectory = _spool.FullName,
        },
        Path.Combine(RepositoryFiles.Root, "kql"),
        TestBatches.Identify,
        TimeProvider.System,
        NullLoggerFactory.Instance);
}
