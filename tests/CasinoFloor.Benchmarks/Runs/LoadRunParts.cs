using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Eventhouse.Embedded;

namespace CasinoFloor.Benchmarks.Runs;

/// <summary>The product's own parts with their default settings.</summary>
internal static class LoadRunParts
{
    private static readonly DecodingOptions Decoding = new();

    private static readonly Lazy<DialectSet> Dialects = new(() =>
        DialectSet.FromJson(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "dialects.json")), Decoding));

    public static FloorEngine Engine() => new(new FloorOptions());

    public static EventDecoder Decoder() => new(Dialects.Value, Decoding, EventIdentity.Process);

    public static EmbeddedEventhouse Eventhouse(string folder) =>
        new(new EmbeddedOptions { Directory = folder }, (_, eventId) => EventIdentity.Process.OfText(eventId), TimeProvider.System);
}
