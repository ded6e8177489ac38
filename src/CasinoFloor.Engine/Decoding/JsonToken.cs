namespace CasinoFloor.Engine.Decoding;

/// <summary>Kinds of JSON values as the decoder tells them apart; null and empty text count as not given.</summary>
internal enum JsonTokenKind : byte
{
    Text,
    EscapedText,
    Number,
    True,
    False,
    Nested,
}

/// <summary>Where a field's value lies in the batch's buffer; for text without its quotes.</summary>
internal readonly record struct JsonToken(JsonTokenKind Kind, int Start, int Length);
