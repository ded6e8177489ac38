using System.Globalization;

namespace CasinoFloor.Benchmarks.Runs.Questions;

/// <summary>What is asked of a run: <c>questions [rows] [--repeat N] [--only TEXT] [--keep DIR]</c>.</summary>
/// <param name="Rows">About how many slot events to store first.</param>
/// <param name="Repeat">How often each question is asked at least; what is quick is asked for a second.</param>
/// <param name="Only">Only questions whose name holds this.</param>
/// <param name="Directory">Where the data is kept for the next run; null for a folder that is deleted.</param>
internal sealed record QuestionsOptions(int Rows, int Repeat, string Only, string? Directory)
{
    public const int DefaultRows = 10_000_000;

    private const int DefaultRepeat = 15;

    public static QuestionsOptions Parse(string[] args)
    {
        var options = new QuestionsOptions(DefaultRows, DefaultRepeat, "", null);
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--repeat" => options with { Repeat = Number(args[++i]) },
                "--only" => options with { Only = args[++i] },
                "--keep" => options with { Directory = Path.GetFullPath(args[++i]) },
                var rows => options with { Rows = Number(rows) },
            };
        }

        return options;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
