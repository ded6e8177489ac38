using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Functions;

/// <summary>
/// Works out what constants decide while a query is bound: a window such as <c>coalesce(end_time, now()) - 1h</c> becomes a moment that
/// lets scans skip blocks, and <c>section == "" or ...</c> costs no row anything.
/// </summary>
internal static class Folding
{
    /// <summary>What a call comes to; null when that depends on rows.</summary>
    public static Bound? Call(BoundCall call) => call.Function.Name switch
    {
        "coalesce" => Coalesce(call),
        "iff" or "iif" when call.Arguments[0] is BoundLiteral { Type: KqlType.Bool } condition =>
            Same(call, call.Arguments[condition.Value is true ? 1 : 2]),
        "isnull" when call.Arguments[0] is BoundLiteral { Type: not KqlType.String } value => Flag(call, value.Value is null),
        "isnotnull" or "notnull" when call.Arguments[0] is BoundLiteral { Type: not KqlType.String } value => Flag(call, value.Value is not null),
        "isempty" when call.Arguments[0] is BoundLiteral { Value: string text } => Flag(call, text.Length == 0),
        "isnotempty" or "notempty" when call.Arguments[0] is BoundLiteral { Value: string text } => Flag(call, text.Length > 0),
        "not" when call.Arguments[0] is BoundLiteral { Value: bool flag } => Flag(call, !flag),
        "bin" or "floor" => Bin(call),
        _ => null,
    };

    /// <summary>What a condition with a constant side comes to; null when both sides matter.</summary>
    public static Bound? Logical(string op, Bound left, Bound right) => (op, left, right) switch
    {
        ("or", BoundLiteral { Value: true }, { Type: KqlType.Bool }) => left,
        ("or", BoundLiteral { Value: false }, _) => right,
        ("and", BoundLiteral { Value: false }, { Type: KqlType.Bool }) => left,
        ("and", BoundLiteral { Value: true }, _) => right,
        ("or", { Type: KqlType.Bool }, BoundLiteral { Value: true }) => right,
        ("or", _, BoundLiteral { Value: false }) => left,
        ("and", { Type: KqlType.Bool }, BoundLiteral { Value: false }) => right,
        ("and", _, BoundLiteral { Value: true }) => left,
        _ => null,
    };

    /// <summary>Whether two constants are equal; null when a side is no constant, or nothing.</summary>
    public static bool? Equal(Bound left, Bound right) =>
        left is BoundLiteral { Value: string or long or bool } a && right is BoundLiteral { Value: string or long or bool } b && a.Type == b.Type
            ? Equals(a.Value, b.Value)
            : null;

    private static Bound? Coalesce(BoundCall call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument is not BoundLiteral literal)
            {
                return null;
            }

            if (literal.Value is not (null or ""))
            {
                return Same(call, literal);
            }
        }

        return null;
    }

    private static BoundLiteral? Bin(BoundCall call) =>
        call is { Type: KqlType.DateTime, Arguments: [BoundLiteral { Value: long ticks }, BoundLiteral { Value: long and > 0 and var size }] }
            ? new BoundLiteral(ticks - (ticks % size), KqlType.DateTime, call.Span)
            : null;

    // A value of another type would still have to be converted.
    private static Bound? Same(BoundCall call, Bound value) => value.Type == call.Type ? value with { Span = call.Span } : null;

    private static BoundLiteral Flag(BoundCall call, bool value) => new(value, KqlType.Bool, call.Span);
}
