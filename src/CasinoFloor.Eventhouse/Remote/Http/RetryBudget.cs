namespace CasinoFloor.Eventhouse.Remote.Http;

/// <summary>How much may be spent on one request.</summary>
/// <param name="Attempts">Most attempts, the first included.</param>
/// <param name="Total">How long attempts and waits may go on together; zero is one attempt.</param>
/// <param name="Attempt">How long one attempt may take until its answer begins.</param>
internal readonly record struct RetryBudget(int Attempts, TimeSpan Total, TimeSpan Attempt)
{
    /// <summary>As many attempts as fit into the time.</summary>
    public static RetryBudget For(TimeSpan total, TimeSpan attempt) => new(int.MaxValue, total, attempt);
}
