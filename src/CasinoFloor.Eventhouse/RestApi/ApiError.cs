using CasinoFloor.Kql;
using Microsoft.AspNetCore.Http;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>Why a request is refused, as the client is told.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">A stable code, Kusto's own where it has one.</param>
/// <param name="Type">The name of Kusto's exception, by which its clients tell failures apart.</param>
/// <param name="Message">A sentence that says what to do.</param>
/// <param name="IsPermanent">Whether the same request must fail again, so that a client should not repeat it.</param>
internal sealed record ApiError(int Status, string Code, string Type, string Message, bool IsPermanent)
{
    private const string BadRequestType = "Kusto.Data.Exceptions.KustoBadRequestException";

    /// <summary>The error's place in the query or command; null without one.</summary>
    public KqlError? Place { get; private init; }

    /// <summary>When the client may try again; null where the answer does not say.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>The request is wrong.</summary>
    public static ApiError BadRequest(string message, string code = "General_BadRequest") =>
        new(StatusCodes.Status400BadRequest, code, BadRequestType, message, true);

    /// <summary>A database, table or mapping that does not exist.</summary>
    public static ApiError NotFound(string message) => BadRequest(message, "BadRequest_EntityNotFound");

    /// <summary>Nobody may ask without a token, or with this one.</summary>
    public static ApiError Unauthorized(string message) =>
        new(StatusCodes.Status401Unauthorized, "Unauthorized", "Kusto.Data.Exceptions.KustoUnauthorizedException", message, true);

    /// <summary>The request may not be made from where it comes.</summary>
    public static ApiError Forbidden(string message) =>
        new(StatusCodes.Status403Forbidden, "Forbidden", "Kusto.Data.Exceptions.KustoForbiddenException", message, true);

    /// <summary>The body is larger than allowed.</summary>
    public static ApiError TooLarge(string message) =>
        new(StatusCodes.Status413PayloadTooLarge, "RequestEntityTooLarge", BadRequestType, message, true);

    /// <summary>The body is of a kind that is not read.</summary>
    public static ApiError UnsupportedMedia(string message) =>
        new(StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType", BadRequestType, message, true);

    /// <summary>Too many requests are under way.</summary>
    public static ApiError Throttled(string message, TimeSpan retryAfter) =>
        new(StatusCodes.Status429TooManyRequests, "TooManyRequests", "Kusto.Data.Exceptions.KustoRequestThrottledException", message, false)
        {
            RetryAfter = retryAfter,
        };

    /// <summary>The database cannot answer now.</summary>
    public static ApiError Unavailable(string message) =>
        new(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "Kusto.Data.Exceptions.KustoServiceUnavailableException", message, false)
        {
            RetryAfter = TimeSpan.FromSeconds(2),
        };

    /// <summary>What the engine says of a query or command.</summary>
    public static ApiError Of(KqlError error)
    {
        return error.Code switch
        {
            KqlErrorCodes.Timeout => new(
                StatusCodes.Status504GatewayTimeout, error.Code, "Kusto.Data.Exceptions.KustoServiceTimeoutException", error.Message, false),
            KqlErrorCodes.ResultTooLarge or KqlErrorCodes.RunawayQuery => At("Kusto.DataNode.Exceptions.StreamingQueryExecutionLimitsException"),
            KqlErrorCodes.Syntax => At("Kusto.Data.Exceptions.SyntaxException"),
            KqlErrorCodes.Semantic or KqlErrorCodes.Unsupported => At("Kusto.Data.Exceptions.SemanticException"),
            _ => At(BadRequestType),
        };

        ApiError At(string type) => BadRequest(error.Message, error.Code) with { Type = type, Place = error.Line > 0 ? error : null };
    }
}
