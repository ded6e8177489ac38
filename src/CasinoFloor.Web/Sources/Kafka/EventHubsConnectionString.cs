using System.Diagnostics.CodeAnalysis;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>
/// A connection string as the portals of Azure and Fabric show it:
/// <c>Endpoint=sb://casino.servicebus.windows.net/;SharedAccessKeyName=listen;SharedAccessKey=...=;EntityPath=es-slot-telemetry</c>.
/// Its text form never holds the key.
/// </summary>
public sealed class EventHubsConnectionString
{
    private const int KafkaPort = 9093;
    private const int EmulatorPort = 9092;

    private EventHubsConnectionString(string text, string host, string policy, string key, string? entityPath, bool emulator)
    {
        Text = text;
        Host = host;
        Policy = policy;
        Key = key;
        EntityPath = entityPath;
        IsEmulator = emulator;
    }

    /// <summary>Host of the namespace: <c>NAMESPACE.servicebus.windows.net</c>.</summary>
    public string Host { get; }

    /// <summary>Name of the shared access policy.</summary>
    public string Policy { get; }

    /// <summary>The topic the string is for; null for a whole namespace.</summary>
    public string? EntityPath { get; }

    /// <summary>Whether it is for the Event Hubs emulator, which speaks Kafka without TLS.</summary>
    public bool IsEmulator { get; }

    /// <summary>Where Kafka clients connect: the namespace at 9093, the emulator at 9092.</summary>
    public string BootstrapServers => FormattableString.Invariant($"{Host}:{(IsEmulator ? EmulatorPort : KafkaPort)}");

    /// <summary>The whole string: the password of SASL PLAIN. A secret.</summary>
    internal string Text { get; }

    /// <summary>The shared access key. A secret.</summary>
    internal string Key { get; }

    /// <summary>Reads a connection string; quotes and blanks around it are forgiven.</summary>
    /// <param name="text">The pasted text.</param>
    /// <param name="value">What it says.</param>
    /// <param name="error">What is wrong and what to do; never holds any of the text.</param>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out EventHubsConnectionString? value,
        [NotNullWhen(false)] out string? error)
    {
        value = null;
        var trimmed = text.Trim().Trim('"', '\'').Trim();
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var number = 0;
        foreach (var part in trimmed.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            number++;
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                return Fail(out error, $"part {number} is not NAME=VALUE; paste the whole connection string as the portal shows it");
            if (!parts.TryAdd(part[..equals].Trim(), part[(equals + 1)..].Trim()))
                return Fail(out error, $"part {number} repeats an earlier part; paste one connection string only");
        }

        if (!parts.TryGetValue("Endpoint", out var endpoint))
            return Fail(out error, "it has no Endpoint=sb://NAMESPACE.servicebus.windows.net/");
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) || uri.Scheme != "sb" || uri.Host.Length == 0)
            return Fail(out error, "its Endpoint is not of the form sb://NAMESPACE.servicebus.windows.net/");
        if (parts.ContainsKey("SharedAccessSignature"))
            return Fail(out error, "it holds a SharedAccessSignature, which the Kafka endpoint does not take; use a policy's key, or Kafka:Authentication=Entra");
        if (!parts.TryGetValue("SharedAccessKeyName", out var policy) || policy.Length == 0)
            return Fail(out error, "it has no SharedAccessKeyName");
        if (!parts.TryGetValue("SharedAccessKey", out var key) || key.Length == 0)
            return Fail(out error, "it has no SharedAccessKey");

        var entityPath = parts.GetValueOrDefault("EntityPath");
        var emulator = string.Equals(parts.GetValueOrDefault("UseDevelopmentEmulator"), "true", StringComparison.OrdinalIgnoreCase);
        value = new EventHubsConnectionString(trimmed, uri.Host, policy, key, entityPath is { Length: > 0 } ? entityPath : null, emulator);
        error = null;
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => $"{Host}{(EntityPath is null ? "" : "/" + EntityPath)} (policy {Policy})";

    private static bool Fail(out string error, string message)
    {
        error = message;
        return false;
    }
}
