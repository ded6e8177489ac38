namespace CasinoFloor.Eventhouse.Embedded.Loading;

/// <summary>Transformations of a mapping: a number since 1970 that becomes a moment.</summary>
internal enum UnixTime
{
    /// <summary>The value stays as it is.</summary>
    None,

    /// <summary>Seconds.</summary>
    DateTimeFromUnixSeconds,

    /// <summary>Milliseconds.</summary>
    DateTimeFromUnixMilliseconds,

    /// <summary>Microseconds.</summary>
    DateTimeFromUnixMicroseconds,

    /// <summary>Nanoseconds.</summary>
    DateTimeFromUnixNanoseconds,
}
