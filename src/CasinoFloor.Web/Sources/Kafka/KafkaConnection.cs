namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>Where the broker is and how to sign in, as derived from the options. Its text form holds no secret.</summary>
public sealed class KafkaConnection
{
    private KafkaConnection(KafkaOptions options, string bootstrapServers, KafkaSecurity security, KafkaAuthentication authentication, EventHubsConnectionString? connectionString)
    {
        BootstrapServers = bootstrapServers;
        Security = security;
        Authentication = authentication;
        ConnectionString = connectionString;
        Scope = string.IsNullOrWhiteSpace(options.Entra.Scope) ? $"https://{HostOf(bootstrapServers)}/.default" : options.Entra.Scope.Trim();
        Secrets = new SecretText([connectionString?.Text, connectionString?.Key, options.Entra.ClientSecret, .. ClientOverrides.Secrets(options.Client)]);
    }

    /// <summary>Addresses with commas between.</summary>
    public string BootstrapServers { get; }

    /// <summary>Transport.</summary>
    public KafkaSecurity Security { get; }

    /// <summary>Sign-in.</summary>
    public KafkaAuthentication Authentication { get; }

    /// <summary>The connection string, where there is one.</summary>
    public EventHubsConnectionString? ConnectionString { get; }

    /// <summary>Scope of an Entra token: <c>https://NAMESPACE.servicebus.windows.net/.default</c>.</summary>
    public string Scope { get; }

    /// <summary>What must be taken out of any text before it is shown.</summary>
    public SecretText Secrets { get; }

    /// <inheritdoc />
    public override string ToString() => Authentication switch
    {
        KafkaAuthentication.ConnectionString => $"{BootstrapServers} (policy {ConnectionString?.Policy})",
        KafkaAuthentication.Entra => $"{BootstrapServers} (Microsoft Entra)",
        _ => BootstrapServers,
    };

    /// <summary>Derives the connection; null when it cannot be, with the errors added.</summary>
    internal static KafkaConnection? Resolve(KafkaOptions options, List<string> errors)
    {
        var before = errors.Count;
        EventHubsConnectionString? parsed = null;
        var hasConnectionString = !string.IsNullOrWhiteSpace(options.ConnectionString);
        if (hasConnectionString && !EventHubsConnectionString.TryParse(options.ConnectionString!, out parsed, out var error))
            errors.Add($"Kafka:ConnectionString: {error}");

        var servers = string.IsNullOrWhiteSpace(options.BootstrapServers) ? parsed?.BootstrapServers : options.BootstrapServers.Trim();
        if (servers is null && !hasConnectionString)
            errors.Add("Kafka:BootstrapServers: neither it nor Kafka:ConnectionString is set; paste the connection string of Event Hubs or an Eventstream, or name HOST:PORT of a broker");
        if (servers is not null)
            CheckServers(servers, errors);

        var authentication = options.Authentication ?? (hasConnectionString ? KafkaAuthentication.ConnectionString : KafkaAuthentication.None);
        var security = options.Security ?? DefaultSecurity(authentication, parsed);
        CheckAuthentication(options, authentication, hasConnectionString, errors);
        CheckSecurity(options, authentication, security, servers, errors);
        if (!string.IsNullOrWhiteSpace(options.SslCaLocation) && !Path.Exists(options.SslCaLocation))
            errors.Add("Kafka:SslCaLocation: there is no such file or folder");

        return errors.Count == before && servers is not null ? new KafkaConnection(options, servers, security, authentication, parsed) : null;
    }

    private static KafkaSecurity DefaultSecurity(KafkaAuthentication authentication, EventHubsConnectionString? parsed) => authentication switch
    {
        KafkaAuthentication.None => KafkaSecurity.Plaintext,
        _ => parsed is { IsEmulator: true } ? KafkaSecurity.SaslPlaintext : KafkaSecurity.SaslSsl,
    };

    private static void CheckServers(string servers, List<string> errors)
    {
        foreach (var server in servers.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate("kafka://" + server, UriKind.Absolute, out var uri) || uri.Port <= 0 || uri.AbsolutePath.Length > 1 || uri.UserInfo.Length > 0)
            {
                errors.Add("Kafka:BootstrapServers: each address must be HOST:PORT, with commas between");
                return;
            }
        }
    }

    private static void CheckAuthentication(KafkaOptions options, KafkaAuthentication authentication, bool hasConnectionString, List<string> errors)
    {
        if (!Enum.IsDefined(authentication))
            errors.Add("Kafka:Authentication: must be None, ConnectionString or Entra");
        if (authentication == KafkaAuthentication.ConnectionString && !hasConnectionString)
            errors.Add("Kafka:Authentication: ConnectionString needs Kafka:ConnectionString");
        if (authentication == KafkaAuthentication.Entra)
            EntraCredential.Check(options.Entra, errors);
    }

    private static void CheckSecurity(KafkaOptions options, KafkaAuthentication authentication, KafkaSecurity security, string? servers, List<string> errors)
    {
        var sasl = security is KafkaSecurity.SaslSsl or KafkaSecurity.SaslPlaintext;
        if (!Enum.IsDefined(security))
            errors.Add("Kafka:Security: must be Plaintext, Ssl, SaslPlaintext or SaslSsl");
        else if (authentication != KafkaAuthentication.None && !sasl)
            errors.Add($"Kafka:Security: {security} cannot carry Kafka:Authentication={authentication}; use SaslSsl");
        else if (authentication == KafkaAuthentication.None && sasl && !ClientOverrides.HasSaslMechanism(options.Client))
            errors.Add($"Kafka:Security: {security} needs Kafka:Authentication, or sasl.mechanism and its settings under Kafka:Client");
        else if (security == KafkaSecurity.SaslPlaintext && servers is not null && !servers.Split(',').All(IsLoopback))
            errors.Add("Kafka:Security: SaslPlaintext would send the secret unencrypted over the network; it is for a broker on this machine only");
    }

    private static bool IsLoopback(string server) => Uri.TryCreate("kafka://" + server.Trim(), UriKind.Absolute, out var uri) && uri.IsLoopback;

    private static string HostOf(string servers) => new Uri("kafka://" + servers.Split(',')[0].Trim()).Host;
}
