using System.Globalization;

namespace CasinoFloor.Engine.Detectors;

/// <summary>Sentences with numbers written the same everywhere.</summary>
internal static class Sentence
{
    /// <summary>An interpolated sentence, invariant culture.</summary>
    public static string Of(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>A span of time as people say it: <c>45 s</c>, <c>15 min</c>.</summary>
    public static string Of(TimeSpan span) => span.TotalSeconds % 60 == 0
        ? Of($"{span.TotalMinutes:0} min")
        : Of($"{span.TotalSeconds:0.#} s");

    /// <summary>A moment of the day, UTC.</summary>
    public static string At(long ticks) => new DateTime(ticks, DateTimeKind.Utc).ToString("HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
