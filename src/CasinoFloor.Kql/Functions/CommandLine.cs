using System.Text;

namespace CasinoFloor.Kql.Functions;

/// <summary>
/// Cuts a Windows command line into arguments. Spaces part arguments outside quotation marks; 2n backslashes before a mark are n backslashes,
/// one more makes the mark a character; the first argument, the program, knows no backslashes before marks.
/// </summary>
internal static class CommandLine
{
    public static List<string> Split(string text)
    {
        var result = new List<string>();
        var at = 0;
        if (text.Length == 0)
        {
            return result;
        }

        result.Add(Program(text, ref at));
        while (true)
        {
            while (at < text.Length && text[at] is ' ' or '\t')
            {
                at++;
            }

            if (at >= text.Length)
            {
                return result;
            }

            result.Add(Argument(text, ref at));
        }
    }

    private static string Program(string text, ref int at)
    {
        var isQuoted = text[0] == '"';
        var start = isQuoted ? 1 : 0;
        for (at = start; at < text.Length && (isQuoted ? text[at] != '"' : text[at] is not (' ' or '\t')); at++)
        {
        }

        var program = text[start..at];
        at += isQuoted && at < text.Length ? 1 : 0;
        return program;
    }

    private static string Argument(string text, ref int at)
    {
        var result = new StringBuilder();
        var isQuoted = false;
        while (at < text.Length && (isQuoted || text[at] is not (' ' or '\t')))
        {
            var slashes = 0;
            while (at < text.Length && text[at] == '\\')
            {
                slashes++;
                at++;
            }

            if (at >= text.Length || text[at] != '"')
            {
                result.Append('\\', slashes);
                if (slashes == 0)
                {
                    result.Append(text[at++]);
                }

                continue;
            }

            result.Append('\\', slashes / 2);
            at++;
            if (slashes % 2 == 1)
            {
                result.Append('"');
            }
            else if (isQuoted && at < text.Length && text[at] == '"')
            {
                // Two marks inside quotation marks are one mark as a character.
                result.Append('"');
                at++;
            }
            else
            {
                isQuoted = !isQuoted;
            }
        }

        return result.ToString();
    }
}
