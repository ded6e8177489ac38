namespace CasinoFloor.Web.Live.Viewers;

/// <summary>How long events took from their receipt until they were drawn, as the browsers measured it over their last minute.</summary>
/// <param name="Browsers">How many browsers measured.</param>
/// <param name="Median">Half of the events were drawn within this time; of the slowest browser.</param>
/// <param name="P99">99 of 100 events were drawn within this time; of the slowest browser.</param>
public readonly record struct DrawnTimes(int Browsers, TimeSpan Median, TimeSpan P99);
