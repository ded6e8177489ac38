using CasinoFloor.Kql;

namespace CasinoFloor.Web.Components.Charts;

/// <summary>Which columns of an answer become what.</summary>
/// <param name="X">Index of the axis' column.</param>
/// <param name="Series">Columns whose values name the series.</param>
/// <param name="Y">Columns of the values.</param>
internal sealed record ChartColumns(int X, IReadOnlyList<int> Series, IReadOnlyList<int> Y)
{
    /// <summary>
    /// The column by which a question says whether a row stands for a whole step: false where its window begins or ends within the step. A bool; of no series.
    /// </summary>
    public const string Complete = "is_complete";

    /// <summary>The column with a machine's heat score, 0 to 1 and more: points that have one are coloured by it.</summary>
    public const string Heat = "heat_score";

    /// <summary>The column with the floor's coordinate that grows from the left to the right.</summary>
    public const string Rightwards = "x_coord";

    /// <summary>The column with the floor's coordinate that grows from the top downwards.</summary>
    public const string Downwards = "y_coord";

    /// <summary>
    /// Chooses as the language's own clients do: the axis is <c>xcolumn</c>, else for a time chart the first moment, else the first column that can be an
    /// axis; <c>series</c>, else the other texts split; <c>ycolumns</c>, else all other numbers are values.
    /// </summary>
    /// <returns>The columns, or why there is no choice.</returns>
    public static (ChartColumns? Columns, string Problem) Choose(IReadOnlyList<KqlResultColumn> columns, ChartRequest request)
    {
        foreach (var name in request.List("xcolumn").Concat(request.List("series")).Concat(request.List("ycolumns")))
        {
            if (Find(columns, name) < 0)
                return (null, $"The answer has no column {name}, which the chart asks for.");
        }

        var x = Axis(columns, request);
        if (x < 0)
            return (null, request.IsOverTime ? "A chart over time needs a column of moments." : "The answer has no column for the chart's axis.");

        var series = request.List("series").Select(name => Find(columns, name)).ToArray();
        var values = request.List("ycolumns").Select(name => Find(columns, name)).ToArray();
        if (values.Length == 0)
            values = [.. Others(x, series).Where(i => IsNumber(columns[i].Type))];

        if (values.FirstOrDefault(i => !IsNumber(columns[i].Type), -1) is >= 0 and var text)
            return (null, $"The chart asks for the values of {columns[text].Name}, which holds no numbers.");

        if (values.Length == 0)
            return (null, "The answer has no column of numbers to draw.");

        if (series.Length == 0)
            series = [.. Others(x, values).Where(i => columns[i].Name != Complete && columns[i].Type is KqlType.String or KqlType.Bool or KqlType.Guid)];

        return (new ChartColumns(x, series, values), "");

        IEnumerable<int> Others(int axis, int[] taken) => Enumerable.Range(0, columns.Count).Where(i => i != axis && !taken.Contains(i));
    }

    /// <summary>Whether a column's values can be drawn; a duration is drawn in seconds.</summary>
    public static bool IsNumber(KqlType type) => type is KqlType.Int or KqlType.Long or KqlType.Real or KqlType.Decimal or KqlType.TimeSpan;

    /// <summary>Index of the column <see cref="Complete"/>; -1 where there is none.</summary>
    public static int CompleteOf(IReadOnlyList<KqlResultColumn> columns) => Find(columns, Complete) is >= 0 and var index && columns[index].Type == KqlType.Bool ? index : -1;

    /// <summary>Index of the column <see cref="Heat"/>; -1 where there is none.</summary>
    public static int HeatOf(IReadOnlyList<KqlResultColumn> columns) => Find(columns, Heat) is >= 0 and var index && IsNumber(columns[index].Type) ? index : -1;

    private static int Axis(IReadOnlyList<KqlResultColumn> columns, ChartRequest request)
    {
        if (request.List("xcolumn") is [var name, ..])
            return Find(columns, name);

        var moment = First(columns, type => type == KqlType.DateTime);
        if (request.IsOverTime)
            return moment;

        return request.Kind switch
        {
            ChartKind.Line or ChartKind.Area when moment >= 0 => moment,
            ChartKind.Line or ChartKind.Area or ChartKind.Scatter => First(columns, type => type == KqlType.DateTime || IsNumber(type)),
            _ => First(columns, type => type != KqlType.Dynamic),
        };
    }

    private static int First(IReadOnlyList<KqlResultColumn> columns, Func<KqlType, bool> fits)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (fits(columns[i].Type))
                return i;
        }

        return -1;
    }

    private static int Find(IReadOnlyList<KqlResultColumn> columns, string name)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Name == name)
                return i;
        }

        return -1;
    }
}
