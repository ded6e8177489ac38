namespace CasinoFloor.Kql.Editing;

/// <summary>What a proposal is.</summary>
public enum KqlItemKind
{
    /// <summary>An operator, clause or statement.</summary>
    Keyword,

    /// <summary>A word or sign between values.</summary>
    Operator,

    /// <summary>A scalar function.</summary>
    Function,

    /// <summary>An aggregate function.</summary>
    Aggregate,

    /// <summary>A table, or a table declared by <c>let</c>.</summary>
    Table,

    /// <summary>A column.</summary>
    Column,

    /// <summary>A scalar declared by <c>let</c>.</summary>
    Variable,

    /// <summary>A parameter of the query or of a function.</summary>
    Parameter,

    /// <summary>The name of a type.</summary>
    Type,

    /// <summary>A word an option takes, such as <c>timechart</c> or <c>leftouter</c>.</summary>
    Value,
}

/// <summary>A proposal.</summary>
/// <param name="Label">The name to show.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Detail">A type, a signature or a short sentence.</param>
/// <param name="Insert">The text to put in.</param>
public readonly record struct KqlCompletion(string Label, KqlItemKind Kind, string Detail, string Insert);

/// <summary>Proposals for one place.</summary>
/// <param name="Start">Where the text begins that a proposal replaces.</param>
/// <param name="Length">How long it is; up to the position asked about.</param>
/// <param name="Items">The proposals, best first; empty where nothing can be proposed.</param>
public sealed record KqlCompletions(int Start, int Length, IReadOnlyList<KqlCompletion> Items);
