namespace CasinoFloor.Engine.Layouts;

/// <summary>What is wrong with an imported file, or worth a look.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What is wrong and what to do.</param>
public readonly record struct FileRemark(int Line, string Message);

/// <summary>A machine of an imported file. A column that the file does not have is null.</summary>
/// <param name="Line">The line where it stands, from 1.</param>
/// <param name="Place">The machine and its place.</param>
/// <param name="HasBank">Whether the file says its bank.</param>
public readonly record struct FileRow(int Line, LayoutPlace Place, bool HasBank);

/// <summary>An imported file.</summary>
/// <param name="Rows">Its machines, in its order; empty where there are errors.</param>
/// <param name="Errors">What is wrong, by line; a file with errors is not applied at all.</param>
public sealed record LayoutFile(IReadOnlyList<FileRow> Rows, IReadOnlyList<FileRemark> Errors)
{
    /// <summary>The most machines a file may have.</summary>
    public const int MostRows = 100_000;

    /// <summary>Errors beyond these are not listed: a file of the wrong kind has one on each line.</summary>
    public const int MostErrors = 100;

    /// <summary>Reads a file by its looks: JSON begins with a brace or bracket, everything else is CSV.</summary>
    public static LayoutFile Read(ReadOnlyMemory<byte> utf8)
    {
        var text = utf8.Span;
        if (text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            text = text[3..];
        }

        var first = text.TrimStart(" \t\r\n"u8);
        return first.Length > 0 && first[0] is (byte)'{' or (byte)'[' ? LayoutJson.Read(text) : LayoutCsv.Read(text);
    }
}
