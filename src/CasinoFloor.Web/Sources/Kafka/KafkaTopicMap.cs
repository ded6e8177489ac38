using System.Text.RegularExpressions;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>Which stream each topic carries; several topics may carry one stream.</summary>
public sealed partial class KafkaTopicMap
{
    private readonly Dictionary<string, EventStream> _streams = new(StringComparer.Ordinal);
    private readonly string?[] _first = new string?[EventStreams.Count];

    private KafkaTopicMap()
    {
    }

    /// <summary>All topics, in the order of the streams.</summary>
    public IReadOnlyCollection<string> Topics => _streams.Keys;

    /// <summary>The stream of a topic of <see cref="Topics"/>.</summary>
    public EventStream StreamOf(string topic) => _streams[topic];

    /// <summary>Where a writer puts events of a stream: its first topic; null when it has none.</summary>
    public string? TopicOf(EventStream stream) => _first[(int)stream];

    /// <summary>Builds the map from the options, or from the one topic a connection string names.</summary>
    internal static KafkaTopicMap Resolve(KafkaOptions options, string? entityPath, List<string> errors)
    {
        var map = new KafkaTopicMap();
        if (!string.IsNullOrWhiteSpace(options.Stream) && !EventStreams.TryParse(options.Stream.Trim(), out _))
            errors.Add("Kafka:Stream: must be slot, table, security or cash");
        if (entityPath is null)
            map.AddConfigured(options.Topics, errors);
        else if (StreamOfEntityPath(options, entityPath) is { } stream)
            map.Add(entityPath, stream);
        else if (string.IsNullOrWhiteSpace(options.Stream))
            errors.Add($"Kafka:Stream: the connection string is for topic '{entityPath}'; say which stream it carries: slot, table, security or cash");
        return map;
    }

    private static EventStream? StreamOfEntityPath(KafkaOptions options, string entityPath)
    {
        if (!string.IsNullOrWhiteSpace(options.Stream))
            return EventStreams.TryParse(options.Stream.Trim(), out var named) ? named : null;
        foreach (var stream in EventStreams.All)
        {
            if (Split(options.Topics.Of(stream)).Contains(entityPath))
                return stream;
        }

        EventStream? found = null;
        foreach (var stream in EventStreams.All)
        {
            if (!entityPath.Contains(stream.Name(), StringComparison.OrdinalIgnoreCase))
                continue;
            if (found is not null)
                return null;
            found = stream;
        }

        return found;
    }

    private void AddConfigured(KafkaTopicOptions topics, List<string> errors)
    {
        foreach (var stream in EventStreams.All)
        {
            foreach (var topic in Split(topics.Of(stream)))
            {
                if (!TopicName().IsMatch(topic))
                    errors.Add($"Kafka:Topics:{stream}: '{topic}' is not a topic's name (letters, digits, '.', '_', '-', at most 249)");
                else if (!Add(topic, stream) && _streams[topic] != stream)
                    errors.Add($"Kafka:Topics:{stream}: '{topic}' already carries Kafka:Topics:{_streams[topic]}");
            }
        }

        if (_streams.Count == 0 && errors.TrueForAll(error => !error.StartsWith("Kafka:Topics", StringComparison.Ordinal)))
            errors.Add("Kafka:Topics: no stream has a topic");
    }

    private bool Add(string topic, EventStream stream)
    {
        _first[(int)stream] ??= topic;
        return _streams.TryAdd(topic, stream);
    }

    private static string[] Split(string? topics) =>
        (topics ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,249}\z")]
    private static partial Regex TopicName();
}
