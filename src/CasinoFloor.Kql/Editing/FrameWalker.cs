using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Editing;

/// <summary>
/// Reads tokens from the left and keeps what the place after them is: in which brackets, after which pipe, in which operator. It needs no
/// text that can be parsed, so it knows places in unfinished queries too.
/// </summary>
internal sealed class FrameWalker
{
    private static readonly string[] TableFunctions = ["toscalar", "materialize", "view"];
    private static readonly string[] ListOperators = ["in", "!in", "in~", "!in~", "has_any", "has_all", "between", "!between"];

    private readonly List<Frame> _frames = [new(FrameRole.Statements, null, null, 0)];

    /// <summary>The brackets that are open, from the outside in; the first is the whole text.</summary>
    public IReadOnlyList<Frame> Frames => _frames;

    public Frame Current => _frames[^1];

    public void Add(Token token)
    {
        var frame = Current;
        if (token.Kind != TokenKind.Sign)
        {
            frame.Segment.Add(token);
            return;
        }

        switch (token.Text)
        {
            case "(" or "[" or "{":
                _frames.Add(new Frame(Role(frame, token), token, frame.Last is { Kind: TokenKind.Word } word ? word : null, token.Span.End)
                {
                    Parameters = token.Text == "{" && frame.Last?.Is(")") == true ? frame.LastGroup : null,
                });
                break;
            case ")" or "]" or "}":
                Close(token);
                break;
            case "|":
                frame.Pipe(token);
                break;
            case ";" when frame.Role is FrameRole.Statements:
                frame.EndStatement(token);
                break;
            case ";" when frame.Role is FrameRole.Steps:
                frame.Segment.Clear();
                break;
            case "=" when frame is { Role: FrameRole.Statements, IsLetValue: false, Segment: [{ Text: "let" }, _] }:
                frame.BeginLetValue(token);
                break;
            default:
                frame.Commas += token.Is(",") ? 1 : 0;
                frame.Segment.Add(token);
                break;
        }
    }

    private void Close(Token token)
    {
        var open = token.Text switch { ")" => "(", "]" => "[", _ => "{" };
        var at = _frames.FindLastIndex(frame => frame.Opener?.Text == open);
        if (at < 1)
        {
            return;
        }

        var start = _frames[at].Opener!.Span;
        _frames.RemoveRange(at, _frames.Count - at);
        Current.Segment.Add(token);
        Current.LastGroup = TextSpan.Between(start, token.Span);
    }

    private static FrameRole Role(Frame outer, Token opener)
    {
        var last = outer.Last;
        if (opener.Text == "{")
        {
            return FrameRole.Statements;
        }

        if (opener.Text == "[")
        {
            return FrameRole.Expression;
        }

        if (last is { Kind: TokenKind.Word })
        {
            if (last.Text == "typeof")
            {
                return FrameRole.Types;
            }

            if (last.Text is "query_parameters" or "datatable" || (last.Text is "as" or "declare" && outer.Operator?.Name is "parse-kv" or "scan"))
            {
                return FrameRole.Declarations;
            }

            if (TableFunctions.Contains(last.Text))
            {
                return FrameRole.Table;
            }

            if (last.Text == "with" && outer.Operator?.Name is "render" or "parse-kv" or "scan")
            {
                return outer.Operator?.Name == "scan" ? FrameRole.Steps : FrameRole.Properties;
            }
        }

        switch (outer.Operator?.Name)
        {
            case "join" or "lookup" or "union" when !outer.Has("on") && !(last is { Kind: TokenKind.Word } && outer.Segment.Count > 1 && !IsOptionValue(outer)):
                return FrameRole.Table;
            case "partition" when last is not { Text: "by" }:
                return FrameRole.Operators;
            case "mv-apply" when last is { Text: "on" }:
                return FrameRole.Operators;
        }

        if (outer is { IsLetValue: true, Segment.Count: 0, Pipes.Count: 0 })
        {
            return FrameRole.Declarations;
        }

        return last is { Kind: TokenKind.Word } word && !KqlWords.IsBinary(word.Text) && outer.Operator?.HasClause(word.Text) != true && !ListOperators.Contains(word.Text)
            && (outer.Segment.Count > 1 || outer.Operator is null)
                ? FrameRole.Call
                : FrameRole.Expression;
    }

    private static bool IsOptionValue(Frame frame) => frame.Segment.Count > 2 && frame.Segment[^2].Is("=");
}
