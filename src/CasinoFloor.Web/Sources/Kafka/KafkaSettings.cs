using System.Diagnostics.CodeAnalysis;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>The options with everything derived and checked: what the source and the writer run on.</summary>
public sealed class KafkaSettings
{
    private KafkaSettings(KafkaOptions options, KafkaConnection connection, KafkaTopicMap topics)
    {
        Options = options;
        Connection = connection;
        Topics = topics;
    }

    /// <summary>The options as configured.</summary>
    public KafkaOptions Options { get; }

    /// <summary>Where the broker is and how to sign in.</summary>
    public KafkaConnection Connection { get; }

    /// <summary>Which topics carry which stream.</summary>
    public KafkaTopicMap Topics { get; }

    /// <summary>Derives and checks everything.</summary>
    /// <param name="options">The options.</param>
    /// <param name="settings">The settings, when nothing is wrong.</param>
    /// <param name="errors">Every error, each beginning with its setting; none holds a secret.</param>
    public static bool TryResolve(
        KafkaOptions options,
        [NotNullWhen(true)] out KafkaSettings? settings,
        out IReadOnlyList<string> errors)
    {
        var found = new List<string>();
        var connection = KafkaConnection.Resolve(options, found);
        var topics = KafkaTopicMap.Resolve(options, connection?.ConnectionString?.EntityPath, found);
        CheckGroup(options, found);
        CheckTimes(options, found);
        ClientOverrides.Check(options.Client, found);
        errors = found;
        settings = found.Count == 0 && connection is not null ? new KafkaSettings(options, connection, topics) : null;
        return settings is not null;
    }

    /// <summary>Resolves options that were validated before.</summary>
    /// <exception cref="ArgumentException">They are wrong after all; the message lists every error.</exception>
    public static KafkaSettings Resolve(KafkaOptions options) =>
        TryResolve(options, out var settings, out var errors)
            ? settings
            : throw new ArgumentException(string.Join(Environment.NewLine, errors), nameof(options));

    private static void CheckGroup(KafkaOptions options, List<string> errors)
    {
        if (options.EffectiveGroupId.Length > 256)
            errors.Add("Kafka:GroupId: a group's name has at most 256 characters");
    }

    private static void CheckTimes(KafkaOptions options, List<string> errors)
    {
        Range("CommitInterval", options.CommitInterval, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), "");
        Range("StopTimeout", options.StopTimeout, TimeSpan.Zero, TimeSpan.FromSeconds(60), "");
        Range(
            "RevokeTimeout",
            options.RevokeTimeout,
            TimeSpan.FromMilliseconds(100),
            KafkaClientConfig.SessionTimeout(options),
            " (the session time-out)");

        void Range(string name, TimeSpan value, TimeSpan least, TimeSpan most, string why)
        {
            if (value < least || value > most)
                errors.Add(FormattableString.Invariant($"Kafka:{name}: {value} is not between {least} and {most}{why}"));
        }
    }
}
