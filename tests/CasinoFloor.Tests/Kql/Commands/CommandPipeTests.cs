using CasinoFloor.Kql;
using CasinoFloor.Kql.Commands;
using Xunit;

namespace CasinoFloor.Tests.Kql.Commands;

public sealed class CommandPipeTests
{
    private static readonly KqlResultTable Tables = new(
        "PrimaryResult",
        [new("TableName", KqlType.String), new("Rows", KqlType.Long), new("Since", KqlType.DateTime), new("Kept", KqlType.TimeSpan)],
        [
            ["A", 2L, new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc), TimeSpan.FromDays(3)],
            ["B", null, null, null],
        ],
        IsOrdered: false);

    [Fact]
    public async Task RunAsync_Operators_SeeTheResult()
    {
        var command = CommandParserTests.Parsed<ShowTablesCommand>(".show tables\n| where Kept > 1d | project TableName, Rows, Since, Kept");

        var result = await CommandPipe.RunAsync(Tables, command.Pipe!, TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.Null(result.Error);
        Assert.Equal(Tables.Rows[0], Assert.Single(result.Table.Rows));
    }

    [Fact]
    public async Task RunAsync_UnknownColumn_IsNamedAtItsPlaceInTheCommand()
    {
        var command = CommandParserTests.Parsed<ShowTablesCommand>(".show tables\n| project Nothing");

        var result = await CommandPipe.RunAsync(Tables, command.Pipe!, TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.NotNull(result.Error);
        Assert.Equal((2, 11), (result.Error.Line, result.Error.Column));
    }
}
