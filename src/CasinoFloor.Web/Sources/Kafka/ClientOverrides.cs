using Confluent.Kafka;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>The settings of <c>Kafka:Client</c>: librdkafka's own, with those refused on which "stored exactly once" rests.</summary>
internal static class ClientOverrides
{
    private static readonly string[] Reserved =
    [
        "enable.auto.commit", "enable.auto.offset.store", "auto.offset.reset", "bootstrap.servers", "metadata.broker.list",
        "group.id", "security.protocol",
    ];

    private static readonly string[] SecretNames = ["sasl.password", "ssl.key.password", "ssl.keystore.password", "sasl.oauthbearer.client.secret", "ssl.key.pem"];

    /// <summary>The settings by librdkafka's names, which are lower case.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Normalise(IReadOnlyDictionary<string, string> client) =>
        client.Select(setting => KeyValuePair.Create(setting.Key.Trim().ToLowerInvariant(), setting.Value ?? ""));

    /// <summary>Values that must never be shown.</summary>
    public static IEnumerable<string> Secrets(IReadOnlyDictionary<string, string> client) =>
        Normalise(client).Where(setting => SecretNames.Contains(setting.Key)).Select(setting => setting.Value);

    /// <summary>Whether the overrides bring a sign-in of their own.</summary>
    public static bool HasSaslMechanism(IReadOnlyDictionary<string, string> client) =>
        Normalise(client).Any(setting => setting.Key is "sasl.mechanism" or "sasl.mechanisms");

    /// <summary>Adds an error for each override that is reserved, unknown to librdkafka, or has a value it refuses, alone or with the others.</summary>
    public static void Check(IReadOnlyDictionary<string, string> client, List<string> errors)
    {
        var secrets = new SecretText(Secrets(client));
        var before = errors.Count;
        foreach (var setting in Normalise(client))
        {
            if (Reserved.Contains(setting.Key))
                errors.Add($"Kafka:Client:{setting.Key}: is set by CasinoFloor itself and cannot be overridden here");
            else if (Refusal([setting], sessionMs: 1, maxPollMs: 86_400_000) is { } reason)
                errors.Add($"Kafka:Client:{setting.Key}: {secrets.Redact(reason)}");
        }

        if (client.Count > 0
            && errors.Count == before
            && Refusal(Normalise(client), KafkaClientConfig.SessionTimeoutMs, KafkaClientConfig.MaxPollIntervalMs) is { } together)
            errors.Add($"Kafka:Client: {secrets.Redact(together)}");
    }

    // librdkafka alone knows its settings. A client without a broker's address connects nowhere. It also compares some
    // settings with each other: one that is judged alone must not fail for the defaults of the others.
    private static string? Refusal(IEnumerable<KeyValuePair<string, string>> settings, int sessionMs, int maxPollMs)
    {
        try
        {
            var config = new ConsumerConfig { GroupId = "check", SessionTimeoutMs = sessionMs, HeartbeatIntervalMs = 1, MaxPollIntervalMs = maxPollMs };

            // Sign-in and TLS settings make sense only with the transport, and are judged when the client is built.
            foreach (var (name, value) in settings.Where(setting => !setting.Key.StartsWith("sasl.", StringComparison.Ordinal) && !setting.Key.StartsWith("ssl.", StringComparison.Ordinal)))
                config.Set(name, value);
            using var consumer = new ConsumerBuilder<Ignore, Ignore>(config).SetLogHandler(static (_, _) => { }).Build();
            return null;
        }
        catch (Exception refused) when (refused is InvalidOperationException or ArgumentException)
        {
            return refused.Message;
        }
    }
}
