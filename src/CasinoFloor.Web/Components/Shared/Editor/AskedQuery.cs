namespace CasinoFloor.Web.Components.Shared.Editor;

/// <summary>A query that was asked in this browser.</summary>
/// <param name="Query">Its text.</param>
/// <param name="At">When, in milliseconds since 1970, UTC.</param>
/// <param name="Rows">How many rows its last table had; null when it had no answer.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record AskedQuery(string Query, long At, int? Rows, long Milliseconds);
