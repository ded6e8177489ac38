namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>Transport to the broker: Kafka's <c>security.protocol</c>.</summary>
public enum KafkaSecurity
{
    /// <summary>Neither encrypted nor signed in: a broker on this machine or a closed network.</summary>
    Plaintext,

    /// <summary>TLS without sign-in.</summary>
    Ssl,

    /// <summary>Sign-in without TLS: only to this machine (the Event Hubs emulator).</summary>
    SaslPlaintext,

    /// <summary>TLS and sign-in: Event Hubs and Eventstream.</summary>
    SaslSsl,
}

/// <summary>How the client signs in.</summary>
public enum KafkaAuthentication
{
    /// <summary>Not, or by <c>sasl.*</c> settings under <c>Kafka:Client</c>.</summary>
    None,

    /// <summary>SASL PLAIN with user <c>$ConnectionString</c> and the connection string as the password.</summary>
    ConnectionString,

    /// <summary>SASL OAUTHBEARER with a Microsoft Entra token.</summary>
    Entra,
}

/// <summary>Where a partition without a usable position begins.</summary>
public enum KafkaOffsetReset
{
    /// <summary>At the oldest record kept.</summary>
    Earliest,

    /// <summary>At the next record to come.</summary>
    Latest,
}
