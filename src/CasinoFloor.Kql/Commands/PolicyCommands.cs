using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Commands;

/// <summary>What a policy belongs to.</summary>
public enum KqlEntityKind
{
    /// <summary>A database.</summary>
    Database,

    /// <summary>One or more tables.</summary>
    Table,
}

/// <summary>The policies that commands may name.</summary>
public enum KqlPolicy
{
    /// <summary>How long rows are kept.</summary>
    Retention,

    /// <summary>Whether rows may be sent one request at a time.</summary>
    StreamingIngestion,

    /// <summary>Which rows a table gets from those of others.</summary>
    Update,
}

/// <summary>What a policy belongs to.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Names">Its names; empty for the current database, or for every table.</param>
public sealed record KqlEntity(KqlEntityKind Kind, IReadOnlyList<string> Names);

/// <summary>
/// <c>.alter table T policy retention '{"SoftDeletePeriod":"7.00:00:00","Recoverability":"Enabled"}'</c>,
/// <c>.alter-merge table T policy retention softdelete = 7d recoverability = disabled</c>
/// </summary>
/// <param name="Entity">Whose policy.</param>
/// <param name="SoftDeletePeriod">How long rows are kept; null when not said.</param>
/// <param name="Recoverable">Whether deleted rows can be had back; null when not said.</param>
/// <param name="Merge">Whether what is not said stays as it is; otherwise it becomes the default.</param>
/// <param name="Span">Where it stands.</param>
public sealed record AlterRetentionPolicyCommand(KqlEntity Entity, TimeSpan? SoftDeletePeriod, bool? Recoverable, bool Merge, TextSpan Span)
    : KqlCommand(Span);

/// <summary><c>.alter table T policy streamingingestion enable</c>, also <c>disable</c> and <c>'{"IsEnabled":true}'</c></summary>
/// <param name="Entity">Whose policy.</param>
/// <param name="IsEnabled">Whether streaming ingestion is allowed.</param>
/// <param name="Span">Where it stands.</param>
public sealed record AlterStreamingPolicyCommand(KqlEntity Entity, bool IsEnabled, TextSpan Span) : KqlCommand(Span);

/// <summary>One entry of an update policy: what a table gets of each row that goes into another.</summary>
/// <param name="Source">The table whose new rows it reads.</param>
/// <param name="Query">A query in which that table stands for its new rows only.</param>
public sealed record KqlUpdate(string Source, string Query)
{
    /// <summary>Whether it is in force.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Whether the new rows are refused when the query fails.</summary>
    public bool IsTransactional { get; init; }

    /// <summary>Whether the properties of an ingestion, such as its tags, go along.</summary>
    public bool PropagateIngestionProperties { get; init; }
}

/// <summary><c>.alter table T policy update '[{"IsEnabled":true,"Source":"S","Query":"S | where ...","IsTransactional":true}]'</c></summary>
/// <param name="Entity">The tables that get the rows.</param>
/// <param name="Updates">The entries.</param>
/// <param name="Merge">Whether they are added to those there are; otherwise they replace them.</param>
/// <param name="Span">Where it stands.</param>
public sealed record AlterUpdatePolicyCommand(KqlEntity Entity, IReadOnlyList<KqlUpdate> Updates, bool Merge, TextSpan Span) : KqlCommand(Span);

/// <summary><c>.delete table T policy retention</c></summary>
/// <param name="Entity">Whose policy.</param>
/// <param name="Policy">Which policy.</param>
/// <param name="Span">Where it stands.</param>
public sealed record DeletePolicyCommand(KqlEntity Entity, KqlPolicy Policy, TextSpan Span) : KqlCommand(Span);
