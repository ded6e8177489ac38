using CasinoFloor.Eventhouse;
using CasinoFloor.Kql;

namespace CasinoFloor.Tests.Eventhouse.RestApi;

/// <summary>A database whose queries run until the test lets them end, or until they are cancelled.</summary>
internal sealed class BlockingDatabase : IKqlDatabase
{
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;
    private int _cancelled;

    public string Name => "casino_realtime";

    public bool IsOpen { get; init; } = true;

    public int Running => Volatile.Read(ref _running);

    public int Cancelled => Volatile.Read(ref _cancelled);

    public void End() => _end.TrySetResult();

    public Task<KqlResult> CommandAsync(string text, CancellationToken cancellationToken) => QueryAsync(new KqlQuery(text), cancellationToken);

    public Task<(long Rows, string? Error)> LoadAsync(LoadRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public async Task<KqlResult> QueryAsync(KqlQuery query, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _running);
        try
        {
            await _end.Task.WaitAsync(cancellationToken);
            return new KqlResult([new KqlResultTable("PrimaryResult", [new("x", KqlType.Long)], [[1L]], false)], null, null);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref _cancelled);
            return new KqlResult([], null, new KqlError(KqlErrorCodes.Cancelled, "The query was cancelled.", 0, 0, 0, 0));
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }
}
