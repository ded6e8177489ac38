using System.Globalization;
using CasinoFloor.Kql;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Components.Charts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CasinoFloor.Web.Components.Results;

/// <summary>An answer with its chart, its grid and the ways on from it.</summary>
public sealed partial class AnswerView
{
    // Of a picked row; the grid has them all.
    private const int WordsShown = 6;

    /// <summary>What an answer without rows means where nothing more is known.</summary>
    public const string Nothing = "Nothing is stored that fits. A longer window may have more.";

    private Answer? _shown;
    private ChartModel _chart = new(ChartKind.Table);
    private int? _picked;

    /// <summary>The answer; null before the first.</summary>
    [Parameter]
    public Answer? Answer { get; set; }

    /// <summary>Whether a question is under way.</summary>
    [Parameter]
    public bool Busy { get; set; }

    /// <summary>Stops the question that is under way.</summary>
    [Parameter]
    public EventCallback Cancelled { get; set; }

    /// <summary>What an answer without rows means.</summary>
    [Parameter]
    public string Empty { get; set; } = Nothing;

    /// <summary>Name of the exported file, without its ending.</summary>
    [Parameter]
    public string FileName { get; set; } = "answer";

    /// <summary>The machine that the whole answer is about; empty for none.</summary>
    [Parameter]
    public string Machine { get; set; } = "";

    /// <summary>The moment, UTC, to which the whole answer is: where a row without one of its own leads to. Null for none.</summary>
    [Parameter]
    public DateTime? Until { get; set; }

    /// <summary>Further tools, before the export.</summary>
    [Parameter]
    public RenderFragment? Tools { get; set; }

    /// <summary>Shown while nothing has been asked.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private PropertyCalendar Calendar { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (ReferenceEquals(Answer, _shown))
            return;

        (_shown, _picked) = (Answer, null);
        _chart = Answer?.Table is { } table ? ChartBuilder.Build(table, Answer.Result?.Visualization, Answer.Money) : new ChartModel(ChartKind.Table);
    }

    private Task Cancel() => Cancelled.InvokeAsync();

    private async Task ExportAsync()
    {
        if (Answer?.Table is not { } table)
            return;

        var asked = Calendar.ToLocal(Answer.AskedAt).ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        await CsvFile.SaveAsync(Js, $"{FileName}-{asked}.csv", CsvText.Lines(table));
    }

    private string MachineOf(KqlResultTable table, int row) => Drill.MachineOf(table, row) ?? Machine;

    private string Words(KqlResultTable table, int row) => string.Join(
        " · ",
        table.Columns.Index().Take(WordsShown).Select(column =>
        {
            var value = table.Rows[row][column.Index];
            var places = ResultText.Places([value]);
            var text = Answer!.Money.Contains(column.Item.Name) ? ResultText.Amount(value, places, Calendar) : ResultText.Of(value, places, Calendar);
            return $"{ChartText.Name(column.Item.Name)}: {text}";
        }));

    private static string Took(TimeSpan took) => took.TotalSeconds < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{took.TotalMilliseconds:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:0.0} s");
}
