using DuckDB.NET.Data;

namespace CasinoFloor.Kql.Execution;

/// <summary>
/// Ends a statement when it is cancelled. DuckDB forgets an interruption that comes before the statement has begun, so it is repeated until
/// the statement ends.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(20);

    private readonly DuckDBCommand _command;
    private readonly Lock _lock = new();
    private readonly CancellationTokenRegistration _registration;
    private Timer? _timer;
    private bool _isOver;

    /// <summary>Watches over a statement that is about to run. Dispose it before the command.</summary>
    public Interruption(DuckDBCommand command, CancellationToken cancellation)
    {
        _command = command;
        _registration = cancellation.Register(Begin);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _registration.Dispose();
        lock (_lock)
        {
            _isOver = true;
            _timer?.Dispose();
        }
    }

    private void Begin()
    {
        lock (_lock)
        {
            _timer = _isOver ? null : new Timer(_ => Interrupt(), null, TimeSpan.Zero, Again);
        }
    }

    // Under the lock, so that no interruption meets a command that is gone, or the next statement of the connection.
    private void Interrupt()
    {
        lock (_lock)
        {
            if (!_isOver)
            {
                _command.Cancel();
            }
        }
    }
}
