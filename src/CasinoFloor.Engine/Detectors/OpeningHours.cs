namespace CasinoFloor.Engine.Detectors;

/// <summary>Whether the floor is open: from one local time of day to another, past midnight too; always, where none are set.</summary>
internal sealed class OpeningHours(TimeOnly? opens, TimeOnly? closes, string timeZone)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);

    /// <summary>Whether the floor is open at a moment, UTC ticks. The closing time itself is closed.</summary>
    public bool IsOpen(long ticks)
    {
        if (opens is not { } from || closes is not { } until)
        {
            return true;
        }

        var local = TimeZoneInfo.ConvertTimeFromUtc(new DateTime(ticks, DateTimeKind.Utc), _zone);
        return TimeOnly.FromDateTime(local).IsBetween(from, until);
    }
}
