using System.Collections.Concurrent;
using Confluent.Kafka;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>
/// Closes a consumer within a bounded time. The client waits without end for a broker that keeps a request unanswered; a
/// program that stops must not.
/// </summary>
internal sealed class ClientShutdown(IConsumer<Ignore, int> consumer, TimeProvider time, ILogger logger)
{
    // A client that hangs is kept here for good: its finaliser would hang as well.
    private static readonly ConcurrentBag<IConsumer<Ignore, int>> Abandoned = [];

    private bool _hangs;

    /// <summary>Leaves the group; the last revocation is handled on the way.</summary>
    /// <exception cref="KafkaException">The client refused, or the handler of the revocation did.</exception>
    public void Close(TimeSpan timeout)
    {
        var closing = Task.Factory.StartNew(consumer.Close, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _hangs = !Ends(closing, timeout);
        if (!_hangs)
            closing.GetAwaiter().GetResult();
    }

    /// <summary>Takes the client away once nothing uses it, or leaves it alone when something hangs in it.</summary>
    public void Dispose(Task users, TimeSpan timeout)
    {
        if (!_hangs && Ends(users, timeout))
        {
            consumer.Dispose();
            return;
        }

        Abandoned.Add(consumer);
        KafkaLog.Abandoned(logger);
    }

    private bool Ends(Task task, TimeSpan timeout) =>
        task.IsCompleted || Task.WhenAny(task, Task.Delay(timeout, time)).GetAwaiter().GetResult() == task;
}
