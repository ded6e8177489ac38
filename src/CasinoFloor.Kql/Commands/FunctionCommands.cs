using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Commands;

/// <summary>What happens when the thing to create exists already.</summary>
public enum CreateMode
{
    /// <summary>It is an error.</summary>
    Create,

    /// <summary>Nothing.</summary>
    IfNotExists,

    /// <summary>It is replaced.</summary>
    OrAlter,

    /// <summary>It is replaced, and it is an error when it does not exist.</summary>
    Alter,
}

/// <summary><c>.create-or-alter function with (docstring="...", folder="...", skipvalidation=true) f(x:long) { T | take x }</c></summary>
/// <param name="Name">The function.</param>
/// <param name="Parameters">Its parameters with the parentheses, <c>(x:long)</c>.</param>
/// <param name="Body">Its body with the braces.</param>
/// <param name="Mode">What happens when it exists.</param>
/// <param name="Docstring">The description; null when not said.</param>
/// <param name="Folder">The folder; null when not said.</param>
/// <param name="SkipValidation">Whether the body may name what does not exist.</param>
/// <param name="Span">Where it stands.</param>
public sealed record CreateFunctionCommand(
    string Name, string Parameters, string Body, CreateMode Mode, string? Docstring, string? Folder, bool SkipValidation, TextSpan Span) : KqlCommand(Span)
{
    /// <summary>The function as a statement for <see cref="KqlCatalog.Functions"/>.</summary>
    public string Statement => $"let ['{Name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'] = {Parameters} {Body};";
}

/// <summary><c>.drop function f [ifexists]</c>, <c>.drop functions (f, g) [ifexists]</c></summary>
/// <param name="Functions">The functions, at least one.</param>
/// <param name="IfExists">Whether a function that is missing is no error.</param>
/// <param name="Span">Where it stands.</param>
public sealed record DropFunctionsCommand(IReadOnlyList<string> Functions, bool IfExists, TextSpan Span) : KqlCommand(Span);

/// <summary><c>.create [async] [ifnotexists] materialized-view [with (...)] V on table T { T | summarize ... }</c></summary>
/// <param name="Name">The view.</param>
/// <param name="Table">The table it is made from.</param>
/// <param name="Query">Its query.</param>
/// <param name="Mode">What happens when it exists.</param>
/// <param name="Async">Whether the caller does not wait.</param>
/// <param name="Properties">What <c>with</c> said, such as <c>backfill</c>; names in any case.</param>
/// <param name="Span">Where it stands.</param>
public sealed record CreateMaterializedViewCommand(
    string Name, string Table, KqlCommandQuery Query, CreateMode Mode, bool Async, IReadOnlyDictionary<string, string> Properties, TextSpan Span) : KqlCommand(Span);

/// <summary><c>.drop materialized-view V [ifexists]</c></summary>
/// <param name="View">The view.</param>
/// <param name="IfExists">Whether a view that is missing is no error.</param>
/// <param name="Span">Where it stands.</param>
public sealed record DropMaterializedViewCommand(string View, bool IfExists, TextSpan Span) : KqlCommand(Span);
