using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace CasinoFloor.EndToEnd.Kafka;

/// <summary>Keeps every log line, of every level.</summary>
public sealed class CapturedLog : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<(EventId Id, string Text, DateTimeOffset At)> _lines = [];

    /// <summary>The lines.</summary>
    public IReadOnlyCollection<(EventId Id, string Text)> Lines => [.. _lines.Select(line => (line.Id, line.Text))];

    /// <inheritdoc />
    public override string ToString() => string.Join('\n', _lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.At:HH:mm:ss.fff} {line.Id.Id} {line.Text}")));

    /// <inheritdoc />
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((eventId, formatter(state, exception) + exception, TimeProvider.System.GetUtcNow()));

    /// <inheritdoc />
    public bool IsEnabled(LogLevel logLevel) => true;

    /// <inheritdoc />
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc />
    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
