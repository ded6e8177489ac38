using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CasinoFloor.Web.Components.Panels;

/// <summary>
/// What changes beside the map, read by <c>wwwroot/js/floor/panels.js</c>. What is left out stays as it is.
/// <code>
/// {"kind":"panels",
///  "figures":{"caption":"usual: Tuesday 21:00","tiles":[{"value":"6,543","against":"12 % under usual","far":"under",...},null,...]},
///  "jackpots":{"note":"3 locked","rows":["&lt;button ...",0,1,[2,"&lt;button ..."]]},
///  "attention":{"note":"–","rows":null},
///  "words":"804 of 1,208 machines active ..."}
/// </code>
/// </summary>
internal sealed record PanelMessage
{
    // It goes into a script, never into a page's source: markup may stay as it is.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Tells it from other text messages.</summary>
    public string Kind { get; } = "panels";

    /// <summary>The strip of key figures.</summary>
    public FiguresMessage? Figures { get; init; }

    /// <summary>The hand pays.</summary>
    public ListMessage? Jackpots { get; init; }

    /// <summary>What needs attention.</summary>
    public ListMessage? Attention { get; init; }

    /// <summary>The map in words.</summary>
    public string? Words { get; init; }

    /// <summary>UTF-8 JSON; null where nothing changes.</summary>
    public byte[]? Encode() => this is { Figures: null, Jackpots: null, Attention: null, Words: null } ? null : JsonSerializer.SerializeToUtf8Bytes(this, Json);
}
