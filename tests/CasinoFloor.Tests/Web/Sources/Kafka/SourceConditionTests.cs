using CasinoFloor.Web.Sources.Kafka;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Kafka;

public sealed class SourceConditionTests
{
    private readonly SourceCondition _condition = new(new KafkaCounters());

    [Fact]
    public void Status_FromStartToEnd_FollowsWhatIsReported()
    {
        Assert.Equal("starting", _condition.Status.State);
        _condition.Disconnected("away");
        Assert.Equal(("waiting", "away"), (_condition.Status.State, _condition.Status.Note));
        Assert.True(_condition.Connected());
        Assert.False(_condition.Connected());
        _condition.Joined(2);
        Assert.Equal(("running", null), (_condition.Status.State, _condition.Status.Note));
        _condition.Finished();
        Assert.Equal("finished", _condition.Status.State);
    }

    [Fact]
    public void Disconnected_AfterARefusedSignIn_KeepsTheAdvice()
    {
        _condition.SignInRefused("check the key");
        _condition.Disconnected("all brokers down");
        Assert.Equal("check the key", _condition.Status.Note);
        _condition.Connected();
        _condition.Disconnected("all brokers down");
        Assert.Equal("all brokers down", _condition.Status.Note);
    }

    [Fact]
    public void Joined_WithoutPartitions_SaysSo()
    {
        _condition.Joined(0);
        Assert.Equal("running", _condition.Status.State);
        Assert.Contains("no partition", _condition.Status.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Note_SeveralReports_HoldsAllOfThem()
    {
        _condition.Joined(1);
        _condition.Topic("a", "topic a is missing");
        _condition.Position("topic b was made anew");
        Assert.Equal("topic a is missing; topic b was made anew", _condition.Status.Note);
        _condition.Topic("a", null);
        Assert.Equal("topic b was made anew", _condition.Status.Note);
    }
}
