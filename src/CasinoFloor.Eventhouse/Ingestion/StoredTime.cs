namespace CasinoFloor.Eventhouse.Ingestion;

/// <summary>Conversions between UTC ticks (100 ns since 0001) and stored moments (microseconds since 1970).</summary>
internal static class StoredTime
{
    /// <summary>Microseconds since 1970; the last digit of the ticks is lost.</summary>
    public static long FromTicks(long ticks) => (ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>UTC ticks of a stored moment.</summary>
    public static long ToTicks(long microseconds) => (microseconds * TimeSpan.TicksPerMicrosecond) + DateTime.UnixEpoch.Ticks;

    /// <summary>The moment as a UTC time.</summary>
    public static DateTime ToDateTime(long microseconds) => new(ToTicks(microseconds), DateTimeKind.Utc);

    /// <summary>A moment as a SQL expression.</summary>
    public static string Sql(long microseconds) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"make_timestamp({microseconds})");
}
