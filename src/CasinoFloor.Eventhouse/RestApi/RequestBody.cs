using System.Buffers;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>Reads a request's body within limits, unpacking it when it is compressed.</summary>
internal static class RequestBody
{
    /// <summary>The whole body, or why it is refused.</summary>
    /// <exception cref="IOException">The client broke off.</exception>
    public static async Task<(ReadOnlyMemory<byte> Body, ApiError? Error)> ReadAsync(
        HttpRequest request, EventhouseApiOptions options, CancellationToken cancellationToken)
    {
        var encoding = request.Headers.ContentEncoding.ToString();
        if (encoding is not ("" or "gzip" or "identity"))
        {
            return (default, ApiError.UnsupportedMedia($"The body's encoding is '{encoding}'; gzip or none is read."));
        }

        if (request.ContentLength > options.MaxRequestBytes)
        {
            return (default, TooLarge(options.MaxRequestBytes, "Eventhouse:Api:MaxRequestBytes"));
        }

        using var sent = new MemoryStream();
        if (!await CopyAsync(request.Body, sent, options.MaxRequestBytes, cancellationToken))
        {
            return (default, TooLarge(options.MaxRequestBytes, "Eventhouse:Api:MaxRequestBytes"));
        }

        if (encoding != "gzip")
        {
            return (sent.GetBuffer().AsMemory(0, (int)sent.Length), null);
        }

        sent.Position = 0;
        var unpacked = new MemoryStream();
        try
        {
            await using var gzip = new GZipStream(sent, CompressionMode.Decompress);
            return await CopyAsync(gzip, unpacked, options.MaxUnpackedBytes, cancellationToken)
                ? (unpacked.GetBuffer().AsMemory(0, (int)unpacked.Length), null)
                : (default, TooLarge(options.MaxUnpackedBytes, "Eventhouse:Api:MaxUnpackedBytes"));
        }
        catch (InvalidDataException)
        {
            return (default, ApiError.BadRequest("The body says that it is gzip, but it is not, or it is cut off."));
        }
    }

    /// <summary>Copies a stream; false when it holds more than the limit.</summary>
    private static async Task<bool> CopyAsync(Stream from, MemoryStream to, int limit, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 << 10);
        try
        {
            int read;
            while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (to.Length + read > limit)
                {
                    return false;
                }

                to.Write(buffer, 0, read);
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static ApiError TooLarge(int limit, string setting) =>
        ApiError.TooLarge($"The body is larger than {limit} bytes. Send it in parts, or raise {setting}.");
}
