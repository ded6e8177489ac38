using Microsoft.Extensions.Logging;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>What the endpoints log: event ids from 3100. Queries themselves are not logged: they may hold what nobody else should read.</summary>
internal static partial class ApiLog
{
    [LoggerMessage(3100, LogLevel.Debug, "Refused with {Status} {Code}: {Reason} (activity {ActivityId})")]
    public static partial void Refused(ILogger log, int status, string code, string reason, Guid activityId);

    [LoggerMessage(3101, LogLevel.Warning, "A request of the Kusto endpoints failed: {Reason} (activity {ActivityId})")]
    public static partial void Failed(ILogger log, string reason, Guid activityId);
}
