using System.Buffers;
using System.Text.Json;
using CasinoFloor.Kql;
using Microsoft.AspNetCore.Http;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>Writes an answer piece by piece to the client, so that only a small part of its text is in memory at once.</summary>
internal sealed class AnswerStream : IAsyncDisposable
{
    private const int FlushBytes = 32 << 10;

    private readonly HttpResponse _response;
    private readonly CancellationToken _cancellation;

    /// <summary>Begins the answer of a request that was served.</summary>
    public AnswerStream(HttpResponse response, CancellationToken cancellation)
    {
        _response = response;
        _cancellation = cancellation;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = JsonContent.Type;
        Json = new Utf8JsonWriter(response.BodyWriter, JsonContent.Writing);
    }

    /// <summary>Where the answer is written.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>Writes rows as arrays, handing them to the client on the way.</summary>
    public async Task RowsAsync(KqlResultTable table, int first, int count)
    {
        for (var index = first; index < first + count; index++)
        {
            var row = table.Rows[index];
            Json.WriteStartArray();
            for (var column = 0; column < row.Length; column++)
            {
                CellWriter.Write(Json, row[column], table.Columns[column].Type);
            }

            Json.WriteEndArray();
            if (Json.BytesPending > FlushBytes)
            {
                await FlushAsync();
            }
        }
    }

    /// <summary>Begins a new line between two values.</summary>
    public void BreakLine()
    {
        Json.Flush();
        _response.BodyWriter.Write("\n"u8);
    }

    /// <summary>Hands over what was written.</summary>
    /// <exception cref="OperationCanceledException">The client is gone.</exception>
    public async Task FlushAsync()
    {
        Json.Flush();
        var flushed = await _response.BodyWriter.FlushAsync(_cancellation);
        if (flushed.IsCompleted)
        {
            throw new OperationCanceledException("The client no longer reads.");
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Json.DisposeAsync();
}
