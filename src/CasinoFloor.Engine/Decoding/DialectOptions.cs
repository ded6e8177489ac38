namespace CasinoFloor.Engine.Decoding;

/// <summary>
/// How one feed names things: the section <c>Dialects:NAME</c>. Every dialect starts from the one called
/// <c>default</c> and says only what differs.
/// </summary>
public sealed class DialectOptions
{
    /// <summary>Zone of times without an offset (IANA id); empty is <see cref="DecodingOptions.TimeZone"/>.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Slot events.</summary>
    public StreamDialectOptions Slot { get; set; } = new();

    /// <summary>Table events.</summary>
    public StreamDialectOptions Table { get; set; } = new();

    /// <summary>Security events.</summary>
    public StreamDialectOptions Security { get; set; } = new();

    /// <summary>Cage transactions.</summary>
    public StreamDialectOptions Cash { get; set; } = new();

    /// <summary>Which cage transactions are cash, and which way it moves.</summary>
    public CashFlowOptions CashFlow { get; set; } = new();
}

/// <summary>
/// One stream of a dialect. Names are compared ignoring case. Example: <c>"Fields": { "floor_section": ["zone"] }</c>.
/// </summary>
public sealed class StreamDialectOptions
{
    /// <summary>Feed's event type to canonical type: <c>"GAME_PLAY": "SPIN"</c>. Canonical types need no entry.</summary>
    public Dictionary<string, string> EventTypes { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Canonical field to the feed's names for it, best first: where a message gives several, the first one that is neither
    /// null nor empty counts; they are never added. The canonical name is always understood and comes first unless the list places it.
    /// </summary>
    public Dictionary<string, string[]> Fields { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The same for one canonical event type: <c>"BILL_IN": { "bill_amount": ["coin_in"] }</c>. Replaces the entry of the
    /// same field in <see cref="Fields"/> on that type, and a name listed here means nothing else on that type.
    /// </summary>
    public Dictionary<string, Dictionary<string, string[]>> FieldsByType { get; } = new(StringComparer.OrdinalIgnoreCase);
}

/// <summary>What counts as cash at the cage (DOMAIN, section 5). Empty lists take the ones of the dialect <c>default</c>.</summary>
public sealed class CashFlowOptions
{
    /// <summary>Transaction types that bring cash in.</summary>
    public string[] In { get; set; } = [];

    /// <summary>Transaction types that take cash out.</summary>
    public string[] Out { get; set; } = [];

    /// <summary>
    /// Payment methods that are cash. A transaction that gives no method counts as cash, so that a silent feed cannot hide
    /// cash from the compliance rules; cheques, wires, markers and chips alone do not count.
    /// </summary>
    public string[] PaymentMethods { get; set; } = [];
}
