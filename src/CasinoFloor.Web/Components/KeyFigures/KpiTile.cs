using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.KeyFigures;

/// <summary>A key figure as it is shown.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Value">As written.</param>
/// <param name="Of">What it is a part of; empty for nothing.</param>
/// <param name="Against">How it compares with the usual, in a few words; empty while there is no figure.</param>
public sealed record KpiTile(string Label, string Value, string Of, string Against)
{
    /// <summary>Whether it is far from the usual: <c>over</c>, <c>under</c>, or null.</summary>
    public string? Far { get; init; }

    /// <summary>Whether events that are still on their way may change it.</summary>
    public bool IsOpen { get; init; }

    /// <summary>All that is to be known of it, a line for each.</summary>
    public string Hint { get; init; } = "";

    /// <summary>Its course over the window, and the usual one; made once for all viewers.</summary>
    public MarkupString Spark { get; init; }

    /// <summary>Where its history is.</summary>
    public string Address { get; init; } = "";
}

/// <summary>The strip of key figures at one moment. Immutable: shared by all viewers.</summary>
/// <param name="Caption">What they are compared with.</param>
/// <param name="Tiles">The figures.</param>
public sealed record KpiView(string Caption, IReadOnlyList<KpiTile> Tiles);
