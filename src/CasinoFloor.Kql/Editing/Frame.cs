using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Editing;

/// <summary>What stands between a pair of brackets, or the whole text.</summary>
internal enum FrameRole
{
    /// <summary>Statements: the text itself, or a function's body.</summary>
    Statements,

    /// <summary>A table is expected first, as after <c>join</c>.</summary>
    Table,

    /// <summary>Operators over rows from outside, as in <c>partition</c>.</summary>
    Operators,

    /// <summary>The arguments of a function.</summary>
    Call,

    /// <summary>Names and their types.</summary>
    Declarations,

    /// <summary>One type, or several.</summary>
    Types,

    /// <summary>Names and their values, as after <c>render ... with</c>.</summary>
    Properties,

    /// <summary>Steps of <c>scan</c>.</summary>
    Steps,

    /// <summary>An expression.</summary>
    Expression,
}

/// <summary>How far the text between a pair of brackets has been read.</summary>
/// <param name="role">What stands there.</param>
/// <param name="opener">The bracket; null for the whole text.</param>
/// <param name="head">The word before the bracket, such as a function's name; null when there is none.</param>
/// <param name="start">Where it begins.</param>
internal sealed class Frame(FrameRole role, Token? opener, Token? head, int start)
{
    public FrameRole Role { get; } = role;

    public Token? Opener { get; } = opener;

    public Token? Head { get; } = head;

    /// <summary>Finished statements.</summary>
    public List<TextSpan> Statements { get; } = [];

    public int StatementStart { get; private set; } = start;

    /// <summary>Where the tabular expression at hand begins.</summary>
    public int PipelineStart { get; set; } = start;

    /// <summary>The offsets of its pipes.</summary>
    public List<int> Pipes { get; } = [];

    /// <summary>The tokens since the last pipe or statement; brackets and what is within them are one closing bracket.</summary>
    public List<Token> Segment { get; } = [];

    /// <summary>The names and types that a function's body was given, as they are written.</summary>
    public TextSpan? Parameters { get; init; }

    /// <summary>Where the last closed pair of brackets lay.</summary>
    public TextSpan LastGroup { get; set; }

    /// <summary>How many commas have been met in the segment.</summary>
    public int Commas { get; set; }

    /// <summary>Whether the statement is a <c>let</c> whose value is being read.</summary>
    public bool IsLetValue { get; set; }

    public Token? Last => Segment.Count > 0 ? Segment[^1] : null;

    /// <summary>The operator at hand, when its name has been read.</summary>
    public OperatorHelp? Operator => Segment.Count > 0 && Segment[0].Kind == TokenKind.Word && OperatorHelp.Find(Segment[0].Text) is { } found
        && (Pipes.Count > 0 || Role == FrameRole.Operators || (found.IsSource && Role is FrameRole.Statements or FrameRole.Table or FrameRole.Expression or FrameRole.Call))
            ? found
            : null;

    /// <summary>Whether an operator's name is expected.</summary>
    public bool ExpectsOperator => Segment.Count == 0 && (Pipes.Count > 0 || Role == FrameRole.Operators);

    /// <summary>Whether a word of the operator has been read, as <c>on</c> in a join.</summary>
    public bool Has(string clause) => Segment.Skip(1).Any(token => token.IsWord(clause));

    public void Pipe(Token token)
    {
        Pipes.Add(token.Span.Start);
        Clear();
    }

    public void EndStatement(Token token)
    {
        Statements.Add(new TextSpan(StatementStart, token.Span.Start - StatementStart));
        StatementStart = PipelineStart = token.Span.End;
        Pipes.Clear();
        IsLetValue = false;
        Clear();
    }

    public void BeginLetValue(Token token)
    {
        PipelineStart = token.Span.End;
        IsLetValue = true;
        Clear();
    }

    private void Clear()
    {
        Segment.Clear();
        Commas = 0;
    }
}
