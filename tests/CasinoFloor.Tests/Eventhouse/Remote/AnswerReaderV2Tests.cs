using System.Text;
using System.Text.Json;
using CasinoFloor.Eventhouse.Remote.Answers;
using CasinoFloor.Kql;

namespace CasinoFloor.Tests.Eventhouse.Remote;

public sealed class AnswerReaderV2Tests
{
    private const string Header = """{"FrameType":"DataSetHeader","IsProgressive":false,"Version":"v2.0"}""";
    private const string Completion = """{"FrameType":"DataSetCompletion","HasErrors":false,"Cancelled":false}""";
    private const string TableHeader = """{"FrameType":"TableHeader","TableId":1,"TableKind":"PrimaryResult","TableName":"PrimaryResult","Columns":[{"ColumnName":"l","ColumnType":"long"},{"ColumnName":"s","ColumnType":"string"},{"ColumnName":"d","ColumnType":"dynamic"}]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task ReadAsync_PiecesOfAnySize_GiveTheSameRows(int piece)
    {
        var table = """
            {"FrameType":"DataTable","TableId":1,"TableKind":"PrimaryResult","TableName":"PrimaryResult","Columns":[{"ColumnName":"l","ColumnType":"long"},{"ColumnName":"s","ColumnType":"string"},{"ColumnName":"d","ColumnType":"dynamic"}],
             "Rows":[[1,"gr\u00fc\"n] ü",{"a":[1,{"b":"]"}]}],[2,"",null],[3,null,"text"],[4,"x",[1, 2]]]}
            """;

        var (result, error) = await ReadAsync($"[{Header},\n{table},{Completion}]", piece);

        Assert.Null(error);
        Assert.Equal(
            [[1L, "grü\"n] ü", """{"a":[1,{"b":"]"}]}"""], [2L, "", null], [3L, "", "\"text\""], [4L, "x", "[1, 2]"]],
            result.Table.Rows);
    }

    [Fact]
    public async Task ReadAsync_RowLargerThanTheBuffer_IsRead()
    {
        var text = new string('x', 300_000);

        var (result, _) = await ReadAsync($$"""[{{Header}},{{TableHeader}},{"FrameType":"TableFragment","TableId":1,"Rows":[[1,"{{text}}",null]]},{"FrameType":"TableCompletion","TableId":1,"RowCount":1},{{Completion}}]""", 5000);

        Assert.Equal(text, result.Table.Rows[0][1]);
    }

    [Fact]
    public async Task ReadAsync_EmptyTable_HasColumns()
    {
        var (result, _) = await ReadAsync($$"""[{{Header}},{{TableHeader}},{"FrameType":"TableCompletion","TableId":1,"RowCount":0},{{Completion}}]""");

        Assert.Equal(["l", "s", "d"], result.Table.Columns.Select(column => column.Name));
        Assert.Empty(result.Table.Rows);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[1]")]
    [InlineData("[HEADER]")]
    [InlineData("[HEADER,COMPLETION")]
    [InlineData("[HEADER,TABLE,COMPLETION]")]
    [InlineData("""[HEADER,TABLE,{"FrameType":"TableFragment","TableId":1,"Rows":[[1,"a"]]},COMPLETION]""")]
    [InlineData("""[HEADER,TABLE,{"FrameType":"TableFragment","TableId":1,"Rows":[[1,"a",null,2]]},COMPLETION]""")]
    [InlineData("""[HEADER,TABLE,{"FrameType":"TableFragment","TableId":1,"Rows":[["1","a",null]]},COMPLETION]""")]
    [InlineData("""[HEADER,TABLE,{"FrameType":"TableFragment","TableId":1,"Rows":[[1,"\ud800",null]]},COMPLETION]""")]
    [InlineData("""[HEADER,TABLE,{"FrameType":"TableFragment","TableId":1,"Rows":7},COMPLETION]""")]
    [InlineData("""[HEADER,TABLE,{"FrameType":"TableFragment","TableId":1,"Rows":[[1,"a",null]]},{"FrameType":"TableCompletion","TableId":1,"RowCount":2},COMPLETION]""")]
    [InlineData("""[HEADER,TABLE,{"FrameType":"TableFragment","TableId":1,"Rows":[[1,"a",null]]},{"FrameType":"TableFragment","TableFragmentType":"DataReplace","TableId":1,"Rows":[[2,"b",null]]},COMPLETION]""")]
    [InlineData("""[HEADER,{"FrameType":"DataTable","TableId":1,"TableKind":"PrimaryResult","Rows":[[1]]},COMPLETION]""")]
    [InlineData("""[HEADER,{"FrameType":3},COMPLETION]""")]
    [InlineData("[HEADER,COMPLETION] and more")]
    public async Task ReadAsync_NoWholeAnswer_IsAFailure(string answer)
    {
        var text = answer.Replace("HEADER", Header, StringComparison.Ordinal).Replace("TABLE", TableHeader, StringComparison.Ordinal).Replace("COMPLETION", Completion, StringComparison.Ordinal);

        var failure = await Record.ExceptionAsync(() => ReadAsync(text));

        Assert.True(failure is AnswerFormatException or JsonException, $"{failure}");
    }

    [Theory]
    [InlineData("""{"FrameType":"DataSetCompletion","HasErrors":true,"Cancelled":false}""", KqlErrorCodes.Execution)]
    [InlineData("""{"FrameType":"DataSetCompletion","HasErrors":true,"Cancelled":true}""", KqlErrorCodes.Cancelled)]
    [InlineData("""{"FrameType":"DataSetCompletion","HasErrors":true,"OneApiErrors":[{"error":{"code":"X","@message":"E_RUNAWAY_QUERY: too much"}}],"Cancelled":false}""", KqlErrorCodes.RunawayQuery)]
    public async Task ReadAsync_FailedInTheEnd_FailsAsAWhole(string completion, string code)
    {
        var (_, error) = await ReadAsync($$"""[{{Header}},{{TableHeader}},{"FrameType":"TableFragment","TableId":1,"Rows":[[1,"a",null]]},{"FrameType":"TableCompletion","TableId":1,"RowCount":1},{{completion}}]""");

        Assert.Equal(code, error!.Code);
    }

    private static async Task<(KqlResult Result, KqlError? Error)> ReadAsync(string answer, int piece = int.MaxValue)
    {
        var collector = new AnswerCollector();
        using var body = new Pieces(Encoding.UTF8.GetBytes(answer), piece);
        var error = await AnswerReaderV2.ReadAsync(body, collector, Cancellation);
        return (collector.Result, error);
    }

    /// <summary>Gives its bytes in small pieces, as a slow connection does.</summary>
    private sealed class Pieces(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }
}
