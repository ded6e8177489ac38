using System.Globalization;
using CasinoFloor.Engine.Detectors;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Components.Charts;
using CasinoFloor.Web.Components.Results;
using CasinoFloor.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Machine;

/// <summary>A hopper's levels, and where they lead.</summary>
public sealed partial class HopperCurve
{
    private static readonly TimeSpan MostAhead = TimeSpan.FromHours(12);

    private Answer? _shown;
    private HopperForecast? _forecast;

    /// <summary>The answer of <c>kql/machine/machine_hopper</c>.</summary>
    [Parameter, EditorRequired]
    public Answer Answer { get; set; } = null!;

    [Inject]
    private PropertyCalendar Calendar { get; set; } = null!;

    [Inject]
    private HopperOptions Hopper { get; set; } = null!;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (ReferenceEquals(Answer, _shown))
            return;

        _shown = Answer;
        _forecast = HopperForecast.Of(Answer.Table!, (double)Hopper.FillBelow);
    }

    private string Words(HopperForecast forecast)
    {
        var level = $"{Figures.Percent(forecast.Level)} full";
        if (forecast.IsLow)
            return $"{level}: wants filling now.";

        if (forecast.PerHour is not { } slope)
            return $"{level}. Too little is known since {Local(forecast.Since)} for a forecast.";

        var pace = $"{Figures.Points(slope)} an hour since {Local(forecast.Since)}";
        return forecast.FillAt is { } fill ? $"{level}, {pace}: reaches {Figures.Percent(forecast.FillBelow)} at about {Local(fill)}." : $"{level}, {pace}: it does not run down.";
    }

    private ChartModel Make(Answer answer)
    {
        var model = ChartBuilder.Build(answer.Table!, answer.Result!.Visualization);
        if (_forecast is not { FillAt: { } fill, PerHour: { } slope } forecast || forecast.IsLow || model.Series.Count == 0)
            return model with { Title = "" };

        var end = fill - forecast.MeasuredAt > MostAhead ? forecast.MeasuredAt + MostAhead : fill;
        var last = model.Series[0].Rows[^1];
        return model with
        {
            Title = "",
            HasLegend = true,
            Series = [.. model.Series, new ChartSeries("Forecast", [forecast.MeasuredAt, end], [forecast.Level, forecast.Level + (slope * (end - forecast.MeasuredAt).TotalHours)], [last, last])],
        };
    }

    private string Local(DateTime utc) => Calendar.ToLocal(utc).ToString("ddd HH:mm", CultureInfo.InvariantCulture);
}
