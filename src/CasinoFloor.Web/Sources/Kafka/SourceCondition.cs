using System.Globalization;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>How the source is: its state and what an operator should know, put together from what its parts report. Thread-safe.</summary>
public sealed class SourceCondition
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, string> _topics = new(StringComparer.Ordinal);
    private readonly KafkaCounters _counters;
    private string? _connection;
    private bool _signInRefused;
    private string? _standby;
    private string? _position;
    private string? _failure;
    private bool _joined;
    private bool _finished;
    private long? _lag;

    /// <summary>Creates the condition of a source that starts.</summary>
    public SourceCondition(KafkaCounters counters) => _counters = counters;

    /// <summary>The condition as the pipeline shows it.</summary>
    public SourceStatus Status
    {
        get
        {
            lock (_lock)
            {
                return new SourceStatus { State = State(), Read = _counters.Read, Lag = _lag, Note = Note() };
            }
        }
    }

    /// <summary>Connected, signed in, and a member of the group.</summary>
    public void Joined(int partitions)
    {
        lock (_lock)
        {
            _joined = true;
            _standby = partitions == 0 ? "no partition is assigned to this member: the others of its group have them all" : null;
        }
    }

    /// <summary>A broker answers.</summary>
    /// <returns>Whether it had been away.</returns>
    public bool Connected()
    {
        lock (_lock)
        {
            var away = _connection is not null;
            _connection = null;
            _signInRefused = false;
            return away;
        }
    }

    /// <summary>No broker can be reached. A refused sign-in says more and stays.</summary>
    public void Disconnected(string note)
    {
        lock (_lock)
        {
            if (!_signInRefused)
                _connection = note;
        }
    }

    /// <summary>The broker, or the identity provider, refused us.</summary>
    public void SignInRefused(string note)
    {
        lock (_lock)
        {
            _connection = note;
            _signInRefused = true;
        }
    }

    /// <summary>A topic cannot be read; null when it can again.</summary>
    public void Topic(string topic, string? note)
    {
        lock (_lock)
        {
            if (note is null)
                _topics.Remove(topic);
            else
                _topics[topic] = note;
        }
    }

    /// <summary>The last surprise about a position: records lost, a topic made anew. It stays for as long as the source lives.</summary>
    public void Position(string note)
    {
        lock (_lock)
        {
            _position = note;
        }
    }

    /// <summary>Messages that wait at the broker; null is unknown.</summary>
    public void Lag(long? lag)
    {
        lock (_lock)
        {
            _lag = lag;
        }
    }

    /// <summary>The source gave up.</summary>
    public void Failed(string note)
    {
        lock (_lock)
        {
            _failure = note;
        }
    }

    /// <summary>The source was stopped.</summary>
    public void Finished()
    {
        lock (_lock)
        {
            _finished = true;
        }
    }

    private string State() => this switch
    {
        { _failure: not null } => "failed",
        { _finished: true } => "finished",
        { _connection: not null } => "waiting",
        { _joined: false, _topics.Count: > 0 } => "waiting",
        { _joined: false } => "starting",
        _ => "running",
    };

    private string? Note()
    {
        var lost = _counters.LostToRetention;
        var lostNote = lost == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{lost:N0} records were deleted by the broker's retention before they could be read");
        string?[] notes = [_failure, _connection, .. _topics.Values, lostNote, _position, _standby];
        var present = notes.OfType<string>().ToArray();
        return present.Length == 0 ? null : string.Join("; ", present);
    }
}
