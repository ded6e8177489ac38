using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Embedded.Commands;

/// <summary>Makes the answers of commands.</summary>
internal static class Answer
{
    /// <summary>A table.</summary>
    /// <param name="columns">Its columns, such as <c>TableName:string, RowCount:long</c>.</param>
    /// <param name="rows">Its rows, as in <see cref="KqlResultTable"/>.</param>
    public static KqlResult Table(string columns, IEnumerable<object?[]> rows)
    {
        var described = columns.Split(", ").Select(column => column.Split(':')).Select(parts => KqlTypes.TryParse(parts[1], out var type)
            ? new KqlResultColumn(parts[0], type)
            : throw new ArgumentException($"{parts[1]} is no type.", nameof(columns)));
        return new KqlResult([new KqlResultTable("Table_0", [.. described], [.. rows], true)], null, null);
    }

    /// <summary>A table of one row.</summary>
    public static KqlResult Row(string columns, params object?[] row) => Table(columns, [row]);

    /// <summary>A refusal.</summary>
    /// <param name="text">The command's text.</param>
    /// <param name="start">Where in it the refusal belongs.</param>
    /// <param name="length">How many characters are concerned.</param>
    /// <param name="message">What is wrong.</param>
    public static KqlResult Refused(string text, int start, int length, string message)
    {
        var before = text.AsSpan(0, Math.Min(start, text.Length));
        var line = before.Count('\n') + 1;
        var column = before.Length - before.LastIndexOf('\n');
        return new KqlResult([], null, new KqlError(KqlErrorCodes.Semantic, message, line, column, start, length));
    }
}
