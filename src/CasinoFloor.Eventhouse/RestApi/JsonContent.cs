using System.Text.Encodings.Web;
using System.Text.Json;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>How JSON is written here.</summary>
internal static class JsonContent
{
    /// <summary>The content type of every answer.</summary>
    public const string Type = "application/json; charset=utf-8";

    /// <summary>Text stays readable: an answer is never put into a page as it is. Frames are well formed by construction.</summary>
    public static JsonWriterOptions Writing { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
}
