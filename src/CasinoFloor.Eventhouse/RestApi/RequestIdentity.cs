using Microsoft.AspNetCore.Http;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>By what a request is known to the client and to us.</summary>
/// <param name="ClientRequestId">The client's own id, or the activity id when it gives none.</param>
/// <param name="ActivityId">Ours.</param>
/// <param name="Started">When it came, UTC.</param>
internal sealed record RequestIdentity(string ClientRequestId, Guid ActivityId, DateTime Started)
{
    private const string ClientHeader = "x-ms-client-request-id";
    private const string ActivityHeader = "x-ms-activity-id";
    private const int LongestId = 256;

    /// <summary>Reads it from the headers, and puts it into the answer's.</summary>
    public static RequestIdentity Take(HttpContext http, TimeProvider time)
    {
        var activity = Guid.NewGuid();
        var given = http.Request.Headers[ClientHeader].ToString();

        // Only what is safe as a header comes back in one.
        var isUsable = given.Length is > 0 and <= LongestId && given.All(character => character is >= ' ' and < '\x7f');
        var identity = new RequestIdentity(isUsable ? given : activity.ToString(), activity, time.GetUtcNow().UtcDateTime);
        http.Response.Headers[ClientHeader] = identity.ClientRequestId;
        http.Response.Headers[ActivityHeader] = activity.ToString();
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        return identity;
    }
}
