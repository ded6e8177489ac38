using System.Numerics;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Decoding;

/// <summary>
/// Finds the dialect of a feed from some of its messages: the one under which most of them decode; among equals the one
/// that understands more of their fields (a renamed section is no reason to refuse an event, but losing it is one not to
/// choose the dialect); among equals again <c>default</c>.
/// </summary>
public sealed class DialectDetector(DialectSet dialects, DecodingOptions options)
{
    private readonly EventDecoder _decoder = new(dialects, options);
    private readonly JsonObjectScanner _scanner = new();

    /// <summary>The best dialect for a batch of samples, which is decoded in the course of it and should then be reset.</summary>
    /// <param name="samples">Messages of one stream; times in the future do not count against a dialect.</param>
    public Dialect Detect(EventBatch samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var best = dialects.All.First();
        var bestScore = (Decoded: -1, Understood: -1);
        foreach (var dialect in dialects.All)
        {
            Clear(samples);
            samples.Dialect = dialect.Name;
            _decoder.Decode(samples, DateTime.MaxValue.Ticks);
            var score = (samples.MessageCount - samples.Rejections.Count, Understood(samples, dialect));
            if (score.CompareTo(bestScore) > 0)
            {
                (best, bestScore) = (dialect, score);
            }
        }

        Clear(samples);
        return best;
    }

    private int Understood(EventBatch samples, Dialect dialect)
    {
        var stream = dialect.Stream(samples.Stream);
        var refused = new HashSet<int>();
        foreach (ref readonly var rejection in samples.Rejections.Items)
        {
            refused.Add(rejection.Message);
        }

        var understood = 0;
        for (var i = 0; i < samples.MessageCount; i++)
        {
            if (!refused.Contains(i) && _scanner.TryScan(samples.Body(samples.Messages[i]), 0, stream.Sources, out var given))
            {
                understood += BitOperations.PopCount(stream.Plan.Select(given));
            }
        }

        return understood;
    }

    private static void Clear(EventBatch samples)
    {
        samples.Slots.Clear();
        samples.Tables.Clear();
        samples.Securities.Clear();
        samples.Cashes.Clear();
        samples.Rejections.Clear();
        samples.Dialect = null;
    }
}
