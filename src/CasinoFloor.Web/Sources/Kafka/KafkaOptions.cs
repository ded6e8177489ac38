using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>
/// Settings of the Kafka source and writer, section <c>Kafka</c>. For Azure Event Hubs and a Fabric Eventstream the
/// pasted connection string is enough; any other broker is named by its bootstrap servers.
/// </summary>
public sealed class KafkaOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kafka";

    /// <summary>
    /// Connection string of an Event Hubs namespace, an event hub, or an Eventstream custom endpoint:
    /// <c>Endpoint=sb://NAMESPACE.servicebus.windows.net/;SharedAccessKeyName=...;SharedAccessKey=...;EntityPath=...</c>. A secret.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>Addresses <c>HOST:PORT</c> with commas between; default is the connection string's namespace at 9093.</summary>
    public string? BootstrapServers { get; set; }

    /// <summary>Transport; default <see cref="KafkaSecurity.SaslSsl"/> with authentication, else <see cref="KafkaSecurity.Plaintext"/>.</summary>
    public KafkaSecurity? Security { get; set; }

    /// <summary>Who we are to the broker; default <see cref="KafkaAuthentication.ConnectionString"/> when there is one, else none.</summary>
    public KafkaAuthentication? Authentication { get; set; }

    /// <summary>Identity for <see cref="KafkaAuthentication.Entra"/>.</summary>
    public EntraOptions Entra { get; set; } = new();

    /// <summary>PEM file or folder of the authorities to trust; default is the operating system's.</summary>
    public string? SslCaLocation { get; set; }

    /// <summary>Topics of each stream; not used when the connection string names one topic (EntityPath).</summary>
    public KafkaTopicOptions Topics { get; set; } = new();

    /// <summary>Stream of the connection string's EntityPath (<c>slot</c>, <c>table</c>, <c>security</c>, <c>cash</c>); default is told from its name.</summary>
    public string? Stream { get; set; }

    /// <summary>Name of this deployment, part of the default group; default is the host's environment name.</summary>
    public string? Deployment { get; set; }

    /// <summary>Consumer group; default <c>casinofloor-DEPLOYMENT</c>, because groups are shared by a whole namespace.</summary>
    public string? GroupId { get; set; }

    /// <summary>Where to begin without any position, and after the topic was made anew.</summary>
    public KafkaOffsetReset AutoOffsetReset { get; set; } = KafkaOffsetReset.Earliest;

    /// <summary>Time between offset commits, 1 to 5 s: Event Hubs throttles above 4 a second per partition.</summary>
    public TimeSpan CommitInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a rebalance waits for what was read from a revoked partition to be stored; 100 ms up to the session time-out.</summary>
    public TimeSpan RevokeTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The same at a stop of the program, 0 to 60 s.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Settings of librdkafka by its own names, applied last: <c>Kafka:Client:socket.timeout.ms</c>.</summary>
    public Dictionary<string, string> Client { get; } = [];

    /// <summary>The group this deployment reads as.</summary>
    public string EffectiveGroupId =>
        string.IsNullOrWhiteSpace(GroupId) ? "casinofloor-" + (string.IsNullOrWhiteSpace(Deployment) ? "default" : Deployment.Trim()) : GroupId.Trim();

    /// <summary>Everything that is wrong, each error with the name of its setting and never with a secret; empty when all is well.</summary>
    public IReadOnlyList<string> Validate() => KafkaSettings.TryResolve(this, out _, out var errors) ? [] : errors;
}

/// <summary>Topics by stream: names with commas between, or empty for a stream that is not read.</summary>
public sealed class KafkaTopicOptions
{
    /// <summary>Slot telemetry.</summary>
    public string Slot { get; set; } = "es-slot-telemetry";

    /// <summary>Table games.</summary>
    public string Table { get; set; } = "es-table-games";

    /// <summary>Doors, cameras, incidents.</summary>
    public string Security { get; set; } = "es-security-events";

    /// <summary>Cage transactions.</summary>
    public string Cash { get; set; } = "es-cash-transactions";

    /// <summary>The setting of a stream.</summary>
    public string Of(EventStream stream) => stream switch
    {
        EventStream.Slot => Slot,
        EventStream.Table => Table,
        EventStream.Security => Security,
        EventStream.Cash => Cash,
        _ => throw new ArgumentOutOfRangeException(nameof(stream), stream, null),
    };
}

/// <summary>
/// Microsoft Entra identity. Nothing set: <c>DefaultAzureCredential</c> (environment, workload and managed identity,
/// the developer's own sign-in).
/// </summary>
public sealed class EntraOptions
{
    /// <summary>Tenant of the application; needed with <see cref="ClientSecret"/>.</summary>
    public string? TenantId { get; set; }

    /// <summary>Application id; needed with <see cref="ClientSecret"/>.</summary>
    public string? ClientId { get; set; }

    /// <summary>The application's secret.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Client id of a user-assigned managed identity.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>Token scope; default <c>https://HOST/.default</c> of the first bootstrap server.</summary>
    public string? Scope { get; set; }
}
