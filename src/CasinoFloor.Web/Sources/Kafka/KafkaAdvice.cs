using Confluent.Kafka;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>What to tell an operator about a client's error: what is wrong and what to do. Pure; never holds a secret.</summary>
public static class KafkaAdvice
{
    /// <summary>Advice on a connection that cannot be made or was refused.</summary>
    public static string OnConnection(Error error, KafkaConnection connection)
    {
        var said = connection.Secrets.Redact(error.Reason);
        return error.Code switch
        {
            ErrorCode.Local_Authentication or ErrorCode.SaslAuthenticationFailed => OnSignIn(connection, said),
            ErrorCode.Local_Ssl => $"no TLS connection to {connection.BootstrapServers}: check Kafka:SslCaLocation and Kafka:Security ({said})",
            ErrorCode.Local_Resolve => $"the name of {connection.BootstrapServers} cannot be resolved: check it and the network ({said})",
            _ => $"the broker at {connection.BootstrapServers} is away: trying again ({said})",
        };
    }

    /// <summary>Advice on a topic that cannot be read; null for an error that is not about a topic.</summary>
    public static string? OnTopic(ErrorCode code, string topic) => code switch
    {
        ErrorCode.UnknownTopicOrPart or ErrorCode.Local_UnknownTopic =>
            $"topic {topic} does not exist: create it, or set Kafka:Topics to the topics there are",
        ErrorCode.TopicAuthorizationFailed =>
            $"no permission to read topic {topic}: the policy needs Listen, an Entra identity the role Azure Event Hubs Data Receiver",
        ErrorCode.GroupAuthorizationFailed =>
            "no permission to read as this consumer group: the policy needs Listen on the namespace, or set Kafka:GroupId",
        _ => null,
    };

    private static string OnSignIn(KafkaConnection connection, string said) => connection.Authentication switch
    {
        KafkaAuthentication.ConnectionString =>
            $"{connection.BootstrapServers} refused the key of policy {connection.ConnectionString?.Policy}: "
            + $"paste a current connection string into Kafka:ConnectionString; the policy needs Listen (to write, Send), the namespace at least the Standard tier ({said})",
        KafkaAuthentication.Entra =>
            $"{connection.BootstrapServers} refused the Entra identity: check Kafka:Entra and the role Azure Event Hubs Data Receiver (to write, Data Sender) ({said})",
        _ => $"{connection.BootstrapServers} wants a sign-in: set Kafka:Authentication ({said})",
    };
}
