namespace CasinoFloor.Benchmarks.Runs.Questions;

/// <summary>A clock that goes on where the stored events end, so that kept data does not grow old.</summary>
internal sealed class EndOfHistoryClock(DateTime newest) : TimeProvider
{
    private readonly TimeSpan _behind = System.GetUtcNow().UtcDateTime - newest;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - _behind;
}
