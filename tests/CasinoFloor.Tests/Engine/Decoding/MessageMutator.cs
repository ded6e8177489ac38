using System.Text;

namespace CasinoFloor.Tests.Engine.Decoding;

/// <summary>Damages messages in ways that feeds, networks and attackers do; the same ones for the same seed.</summary>
internal sealed class MessageMutator(int seed, byte[][] samples)
{
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "null", "true", "false", "NaN", "-Infinity", "\"\"", "\"NaN\"", "{}", "[]", "[[[[", "]]]]", "{\"a\":", "}", ",", ":", "\"", "\\",
            "\\u0000", "\\ud800", "\\udc00\\ud83c", "\\u00e9", "\\x", "-1", "-0", "1e9", "1e308", "1e-308", "1e99999999999", "0.00005",
            "99999999999999999999999999999999999999", "0.000000000000000000000000000000000000001", "1795197640", "1795197640123",
            "\"2026-03-08T02:30:00\"", "\"2026-11-01T01:30:00.123456789\"", "\"9999-12-31T23:59:59.9999999\"", "\"0001-01-01T00:00:00+14:00\"",
            "\"2026-02-30T00:00:00Z\"", "SPIN", "METER_UPDATE", "\"event_type\":\"JACKPOT\",", "\"wager_amount\":-1,", "\"machine_id\":\"\",",
            "\uFEFF", "\u00fc", "\ud83c\udfb0",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x00], [0x7F],
    ];

    private readonly Random _random = new(seed);
    private readonly List<byte> _bytes = [];

    /// <summary>The next message; good until the one after.</summary>
    public ReadOnlySpan<byte> Next()
    {
        _bytes.Clear();
        _bytes.AddRange(Sample());
        for (var rounds = _random.Next(4); rounds >= 0; rounds--)
        {
            Mutate();
        }

        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_bytes);
    }

    private byte[] Sample() => samples[_random.Next(samples.Length)];

    private void Mutate()
    {
        var at = _random.Next(_bytes.Count + 1);
        var some = Math.Min(_random.Next(1, 24), _bytes.Count - at);
        switch (_random.Next(10))
        {
            case 0 when at < _bytes.Count:
                _bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1 when at < _bytes.Count:
                _bytes[at] = (byte)_random.Next(256);
                break;
            case 2:
                _bytes.RemoveRange(at, _random.Next(8) == 0 ? _bytes.Count - at : some);
                break;
            case 3:
                _bytes.InsertRange(at, _bytes.GetRange(at, some));
                break;
            case 4:
                var other = Sample();
                _bytes.RemoveRange(at, _bytes.Count - at);
                _bytes.AddRange(other.AsSpan(_random.Next(other.Length)));
                break;
            case 5 or 6:
                _bytes.InsertRange(at, Tokens[_random.Next(Tokens.Length)]);
                break;
            case 7 or 8:
                ReplaceValue(at);
                break;
            case 9 when _random.Next(40) == 0:
                _bytes.InsertRange(at, Enumerable.Repeat((byte)"[{\"9a "[_random.Next(6)], _random.Next(70_000)));
                break;
        }
    }

    // Puts a token in the place of the value after the next colon, which keeps the message well-formed more often.
    private void ReplaceValue(int from)
    {
        var colon = _bytes.IndexOf((byte)':', Math.Min(from, Math.Max(0, _bytes.Count - 1)));
        if (colon < 0)
        {
            return;
        }

        var end = _bytes.FindIndex(colon, symbol => symbol is (byte)',' or (byte)'}');
        if (end > colon)
        {
            _bytes.RemoveRange(colon + 1, end - colon - 1);
            _bytes.InsertRange(colon + 1, Tokens[_random.Next(Tokens.Length)]);
        }
    }
}
