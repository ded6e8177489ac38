namespace CasinoFloor.Web.Sources.Simulator;

/// <summary>
/// A small seeded generator (SplitMix64, Steele, Lea and Flood 2014): every machine has its own, so what one machine does
/// never changes what another does, and the sequence is the same in every version of .NET.
/// </summary>
internal sealed class SimulatorRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A generator for one part of the floor, independent of the others.</summary>
    public static SimulatorRandom For(int seed, ActionKind part, int index) =>
        new(Mix(Mix((uint)seed + 0x51_7C_C1_B7UL) ^ ((ulong)(byte)part << 56) ^ (uint)index));

    /// <summary>A one-to-one scrambling of 64 bits.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits() => Mix(_state += 0x9E3779B97F4A7C15);

    /// <summary>0 inclusive to 1 exclusive.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>0 inclusive to <paramref name="limit"/> exclusive.</summary>
    public int Next(int limit) => (int)(((NextBits() >> 32) * (ulong)limit) >> 32);

    /// <summary>Uniform between two bounds.</summary>
    public double Range(double low, double high) => low + ((high - low) * NextDouble());

    /// <summary>A whole number between two bounds, both inclusive.</summary>
    public int Between(int low, int high) => low + Next(high - low + 1);

    /// <summary>True with a probability.</summary>
    public bool Chance(double probability) => NextDouble() < probability;

    /// <summary>Exponentially distributed with a mean: the waiting time of things that happen at a constant rate.</summary>
    public double Exponential(double mean) => -Math.Log(1 - NextDouble()) * mean;

    /// <summary>A span of ticks, uniform between two numbers of seconds, at least one tick.</summary>
    public long Seconds(double low, double high) => Math.Max(1, (long)(Range(low, high) * TimeSpan.TicksPerSecond));

    /// <summary>A span of ticks, exponentially distributed with a mean in seconds, at least one tick.</summary>
    public long ExponentialSeconds(double mean) => Math.Max(1, (long)(Exponential(mean) * TimeSpan.TicksPerSecond));

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];
}
