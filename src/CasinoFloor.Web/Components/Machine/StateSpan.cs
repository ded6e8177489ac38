namespace CasinoFloor.Web.Components.Machine;

/// <summary>A condition of a machine from when to when.</summary>
/// <param name="State">What held, as stored: <c>Offline</c>, <c>Jackpot</c>.</param>
/// <param name="Began">When it began, UTC.</param>
/// <param name="Ended">When it ended, UTC; null while it holds.</param>
/// <param name="Level">How urgent it is: CRITICAL, HIGH, MEDIUM, LOW.</param>
/// <param name="Why">The detector's sentence.</param>
public sealed record StateSpan(string State, DateTime Began, DateTime? Ended, string Level, string Why);
