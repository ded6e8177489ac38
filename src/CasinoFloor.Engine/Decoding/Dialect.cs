using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Decoding;

/// <summary>A dialect, compiled from its <see cref="DialectOptions"/>. Immutable; shared by all decoders.</summary>
public sealed class Dialect
{
    private readonly StreamDialect[] _streams;

    internal Dialect(string name, TimeZoneInfo timeZone, StreamDialect[] streams, Utf8NameTable cashMethods)
    {
        Name = name;
        TimeZone = timeZone;
        CashMethods = cashMethods;
        _streams = streams;
    }

    /// <summary>The name in the settings.</summary>
    public string Name { get; }

    /// <summary>Zone of times without an offset.</summary>
    public TimeZoneInfo TimeZone { get; }

    /// <summary>Payment methods that are cash.</summary>
    internal Utf8NameTable CashMethods { get; }

    internal StreamDialect Stream(EventStream stream) => _streams[(int)stream];
}
