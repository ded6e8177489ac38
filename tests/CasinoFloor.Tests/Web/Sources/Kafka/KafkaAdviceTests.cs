using CasinoFloor.Web.Sources.Kafka;
using Confluent.Kafka;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Kafka;

public sealed class KafkaAdviceTests
{
    private const string Key = "a2V5LXRoYXQtbXVzdC1uZXZlci1iZS1zaG93bg==";

    [Fact]
    public void OnConnection_RefusedKeyQuotedByTheBroker_IsRedacted()
    {
        var settings = KafkaSettings.Resolve(new KafkaOptions
        {
            ConnectionString = $"Endpoint=sb://casino.servicebus.windows.net/;SharedAccessKeyName=listen;SharedAccessKey={Key}",
        });

        var note = KafkaAdvice.OnConnection(new Error(ErrorCode.Local_Authentication, $"bad key {Key}"), settings.Connection);

        Assert.Contains("policy listen", note, StringComparison.Ordinal);
        Assert.Contains("bad key ***", note, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ErrorCode.Local_Ssl, "Kafka:SslCaLocation")]
    [InlineData(ErrorCode.Local_Resolve, "cannot be resolved")]
    [InlineData(ErrorCode.Local_AllBrokersDown, "is away")]
    [InlineData(ErrorCode.Local_Authentication, "Kafka:Authentication")]
    public void OnConnection_EachKind_SaysWhatToDo(ErrorCode code, string said)
    {
        var settings = KafkaSettings.Resolve(new KafkaOptions { BootstrapServers = "broker:9092" });
        Assert.Contains(said, KafkaAdvice.OnConnection(new Error(code), settings.Connection), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ErrorCode.UnknownTopicOrPart, "does not exist")]
    [InlineData(ErrorCode.TopicAuthorizationFailed, "no permission to read topic cage")]
    [InlineData(ErrorCode.GroupAuthorizationFailed, "Kafka:GroupId")]
    [InlineData(ErrorCode.Local_MaxPollExceeded, null)]
    public void OnTopic_EachKind_SaysWhatToDo(ErrorCode code, string? said)
    {
        var note = KafkaAdvice.OnTopic(code, "cage");
        if (said is null)
            Assert.Null(note);
        else
            Assert.Contains(said, note, StringComparison.Ordinal);
    }
}
