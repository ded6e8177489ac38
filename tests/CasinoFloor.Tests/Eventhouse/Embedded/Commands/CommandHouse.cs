using CasinoFloor.Kql;

namespace CasinoFloor.Tests.Eventhouse.Embedded.Commands;

/// <summary>Short ways to run commands and queries.</summary>
internal static class CommandHouse
{
    /// <summary>Runs a command that must succeed.</summary>
    public static async Task<KqlResultTable> RunAsync(this TestHouse house, string command)
    {
        var result = await house.House.CommandAsync(command, TestHouse.Token);
        Assert.True(result.Error is null, result.Error?.ToString());
        return result.Table;
    }

    /// <summary>Runs a command that must be refused.</summary>
    public static async Task<KqlError> RefusedAsync(this TestHouse house, string command)
    {
        var result = await house.House.CommandAsync(command, TestHouse.Token);
        Assert.NotNull(result.Error);
        return result.Error;
    }

    /// <summary>Asks a question that must be answered.</summary>
    public static async Task<IReadOnlyList<object?[]>> AskAsync(this TestHouse house, string query)
    {
        var result = await house.House.QueryAsync(new KqlQuery(query), TestHouse.Token);
        Assert.True(result.Error is null, result.Error?.ToString());
        return result.Table.Rows;
    }

    /// <summary>The names of a table's columns.</summary>
    public static IEnumerable<string> Names(this KqlResultTable table) => table.Columns.Select(column => column.Name);
}
