namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>Log messages of the Kafka source and writer: event ids 2000 to 2099. Text from the client is redacted by the caller.</summary>
internal static partial class KafkaLog
{
    [LoggerMessage(2000, LogLevel.Information, "Reading {Description}")]
    public static partial void Reading(ILogger logger, string description);

    [LoggerMessage(2001, LogLevel.Information, "Assigned {Partition}, from {Start}")]
    public static partial void Assigned(ILogger logger, string partition, string start);

    [LoggerMessage(2002, LogLevel.Information, "Gave up {Count} partitions after everything read from them was stored")]
    public static partial void Revoked(ILogger logger, int count);

    [LoggerMessage(2003, LogLevel.Warning, "Gave up {Count} partitions with {Outstanding} messages not stored within {Timeout}: another member will read them again")]
    public static partial void RevokedUnstored(ILogger logger, int count, long outstanding, TimeSpan timeout);

    [LoggerMessage(2004, LogLevel.Warning, "Lost {Count} partitions: the group thought this member dead; {Discarded} messages read from them were not handed on, nothing is committed for them")]
    public static partial void Lost(ILogger logger, int count, int discarded);

    [LoggerMessage(2005, LogLevel.Error, "{Lost} records of {Partition} were deleted by the broker's retention before they could be read (wanted {Wanted}, oldest is {Oldest}); reading on at the oldest")]
    public static partial void RetentionLoss(ILogger logger, long lost, string partition, long wanted, long oldest);

    [LoggerMessage(2006, LogLevel.Error, "{Partition} ends at {High}, before the position {Wanted}: the topic was made anew; reading on at {Start}")]
    public static partial void Recreated(ILogger logger, string partition, long high, long wanted, long start);

    [LoggerMessage(2007, LogLevel.Warning, "The position of {Partition} could not be found yet: {Reason}")]
    public static partial void PositionUnknown(ILogger logger, string partition, string reason);

    // Expected while a rebalance is under way, a warning otherwise.
    [LoggerMessage(EventId = 2008, Message = "Commit of {Count} partitions failed: {Reason}")]
    public static partial void CommitFailed(ILogger logger, LogLevel level, int count, string reason);

    [LoggerMessage(2009, LogLevel.Warning, "{Note} ({Suppressed} more since the last message of this kind)")]
    public static partial void Trouble(ILogger logger, string note, long suppressed);

    [LoggerMessage(2010, LogLevel.Information, "The broker is back")]
    public static partial void Back(ILogger logger);

    [LoggerMessage(2011, LogLevel.Error, "The Kafka client cannot go on and is made anew in {Delay}: {Reason}")]
    public static partial void Restarting(ILogger logger, TimeSpan delay, string reason);

    [LoggerMessage(2012, LogLevel.Error, "The Kafka client does not start: {Reason}")]
    public static partial void NotStarted(ILogger logger, string reason);

    [LoggerMessage(2013, LogLevel.Information, "The pipeline is full: {Stream} is paused")]
    public static partial void Paused(ILogger logger, string stream);

    [LoggerMessage(2014, LogLevel.Information, "There is room again: {Stream} goes on after {Elapsed}")]
    public static partial void Resumed(ILogger logger, string stream, TimeSpan elapsed);

    [LoggerMessage(2015, LogLevel.Debug, "Client: {Facility} {Message}")]
    public static partial void Client(ILogger logger, string facility, string message);

    [LoggerMessage(2016, LogLevel.Information, "Stopped reading; {Read} messages read")]
    public static partial void Stopped(ILogger logger, long read);

    [LoggerMessage(2017, LogLevel.Debug, "Entra token for {Scope} taken, valid until {Expires}")]
    public static partial void TokenTaken(ILogger logger, string scope, DateTimeOffset expires);

    [LoggerMessage(2018, LogLevel.Error, "No Entra token for {Scope}: {Reason}")]
    public static partial void TokenRefused(ILogger logger, string scope, string reason);

    [LoggerMessage(2019, LogLevel.Warning, "The position at the end of {Partition} is unknown: {Reason}")]
    public static partial void LagUnknown(ILogger logger, string partition, string reason);

    [LoggerMessage(2020, LogLevel.Warning, "The broker does not answer: the Kafka client was left behind without waiting any longer")]
    public static partial void Abandoned(ILogger logger);

    [LoggerMessage(2030, LogLevel.Information, "Writing to {Description}")]
    public static partial void Writing(ILogger logger, string description);

    [LoggerMessage(2031, LogLevel.Error, "Events were not delivered: {Reason} ({Suppressed} more since the last message of this kind)")]
    public static partial void NotDelivered(ILogger logger, string reason, long suppressed);
}
