using System.Buffers.Binary;
using System.Text;

namespace CasinoFloor.EndToEnd.Kafka;

/// <summary>What a broker with SASL answers and the mock broker cannot.</summary>
internal static class SaslAnswers
{
    private const short NoError = 0;
    private const short AuthenticationFailed = 58;

    // Kind, lowest and highest version of SaslHandshake and SaslAuthenticate.
    private static readonly byte[] Handshakes = [0, 17, 0, 0, 0, 1];
    private static readonly byte[] Authenticates = [0, 36, 0, 0, 0, 1];

    /// <summary>Answer to SaslHandshake: error int16, the mechanisms.</summary>
    public static byte[] Handshake(int correlation) =>
        Frame([.. Int32(correlation), .. Int16(NoError), .. Int32(2), .. Text("PLAIN"), .. Text("OAUTHBEARER")]);

    /// <summary>Answer to SaslAuthenticate: error int16, text, bytes, from version 1 the session's life int64.</summary>
    public static byte[] Authenticate(int correlation, short version, bool accepted) => Frame(
        [.. Int32(correlation), .. Int16(accepted ? NoError : AuthenticationFailed), .. accepted ? Int16(-1) : Text("Invalid credentials"), .. Int32(0), .. version >= 1 ? new byte[8] : []]);

    /// <summary>
    /// Adds the two kinds to an answer to ApiVersions: size int32, correlation int32, error int16, count (int32, from version 3
    /// a one-byte varint of count + 1), entries of 6 bytes (from version 3 with an empty tag byte each), the rest.
    /// </summary>
    public static byte[] AddSasl(byte[] answer, short version)
    {
        const int CountAt = 10;
        if (BinaryPrimitives.ReadInt16BigEndian(answer.AsSpan(8)) != 0)
            return answer;
        if (version < 3)
        {
            var count = BinaryPrimitives.ReadInt32BigEndian(answer.AsSpan(CountAt));
            return Frame([.. answer[4..CountAt], .. Int32(count + 2), .. Handshakes, .. Authenticates, .. answer[(CountAt + 4)..]]);
        }

        return Frame([.. answer[4..CountAt], (byte)(answer[CountAt] + 2), .. Handshakes, 0, .. Authenticates, 0, .. answer[(CountAt + 1)..]]);
    }

    private static byte[] Frame(byte[] body) => [.. Int32(body.Length), .. body];

    private static byte[] Text(string text) => [.. Int16((short)text.Length), .. Encoding.UTF8.GetBytes(text)];

    private static byte[] Int16(short value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteInt16BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Int32(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
