using System.Globalization;
using System.Runtime.InteropServices;
using Confluent.Kafka;

namespace CasinoFloor.EndToEnd.Kafka;

/// <summary>A Kafka request, as the protocol numbers it.</summary>
public enum KafkaApi : short
{
    Produce = 0,
    Fetch = 1,
    ListOffsets = 2,
    OffsetCommit = 8,
    OffsetFetch = 9,
    JoinGroup = 11,
    Heartbeat = 12,
}

/// <summary>
/// A Kafka broker within this process that serves clients on loopback with the real protocol: produce, fetch, groups,
/// rebalances, commits. It keeps records in memory only, at most 5 MiB a partition; long polls are not woken, so clients
/// want a short <c>fetch.wait.max.ms</c>; a rebalance takes about the session time-out.
/// </summary>
public sealed class MockKafkaCluster : IDisposable
{
    private const int ProducerType = 0;
    private const int Broker = 1;
    private readonly MockKafkaFront _front;
    private nint _client;
    private nint _cluster;

    /// <summary>Starts a broker.</summary>
    public MockKafkaCluster()
    {
        Span<byte> error = stackalloc byte[512];
        var configuration = MockKafkaNative.NewConfiguration();

        // Connections that tests break are not worth a line on the console.
        if (MockKafkaNative.SetConfiguration(configuration, "log_level", "2", error, (nuint)error.Length) != 0)
            throw new InvalidOperationException(Text(error));
        _client = MockKafkaNative.NewClient(ProducerType, configuration, error, (nuint)error.Length);
        if (_client == 0)
            throw new InvalidOperationException(Text(error));
        _cluster = MockKafkaNative.NewCluster(_client, Broker);
        MockKafkaNative.SetRebalanceDelay(_cluster, 100);
        var address = Marshal.PtrToStringUTF8(MockKafkaNative.BootstrapServers(_cluster)) ?? "";
        _front = new MockKafkaFront(int.Parse(address.Split(':')[1], CultureInfo.InvariantCulture));
        Advertise("127.0.0.1", Port);
    }

    /// <summary>The broker's address, <c>HOST:PORT</c>.</summary>
    public string BootstrapServers => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    /// <summary>The broker's port.</summary>
    public int Port => _front.Port;

    /// <summary>Makes a topic.</summary>
    public void CreateTopic(string topic, int partitions = 1) => Check(MockKafkaNative.CreateTopic(_cluster, topic, partitions, 1));

    /// <summary>Answers every request for a topic with an error; <see cref="ErrorCode.NoError"/> ends that. Topics are made when they are first asked for.</summary>
    public void SetTopicError(string topic, ErrorCode error) => MockKafkaNative.SetTopicError(_cluster, topic, (int)error);

    /// <summary>Deletes the records before an offset, as retention does.</summary>
    public void DeleteRecords(string topic, int partition, long before) => Check(MockKafkaNative.DeleteRecords(_cluster, topic, partition, before));

    /// <summary>Cuts all connections and refuses new ones.</summary>
    public void BrokerDown() => Check(MockKafkaNative.SetBrokerDown(_cluster, Broker));

    /// <summary>Takes connections again.</summary>
    public void BrokerUp() => Check(MockKafkaNative.SetBrokerUp(_cluster, Broker));

    /// <summary>Cuts off the client with this <c>client.id</c>, as a dead network does; the broker is not told.</summary>
    public void Cut(string clientId) => _front.Cut(clientId);

    /// <summary>Lets it in again.</summary>
    public void Heal(string clientId) => _front.Heal(clientId);

    /// <summary>The address the broker tells clients to come to, where something else stands before it.</summary>
    public void Advertise(string host, int port) => MockKafkaNative.SetAddress(_cluster, Broker, host, port);

    /// <summary>Answers the next requests of a kind with these errors, one each.</summary>
    public void PushErrors(KafkaApi api, params ErrorCode[] errors) =>
        MockKafkaNative.PushErrors(_cluster, (short)api, (nuint)errors.Length, Array.ConvertAll(errors, error => (int)error));

    /// <inheritdoc />
    public void Dispose()
    {
        _front.Dispose();
        if (_cluster != 0)
            MockKafkaNative.DestroyCluster(_cluster);
        if (_client != 0)
            MockKafkaNative.DestroyClient(_client, 0);
        _cluster = _client = 0;
    }

    private static void Check(int error)
    {
        if (error != 0)
            throw new InvalidOperationException($"The mock broker refused: {(ErrorCode)error}.");
    }

    private static string Text(ReadOnlySpan<byte> error)
    {
        var end = error.IndexOf((byte)0);
        return System.Text.Encoding.UTF8.GetString(end < 0 ? error : error[..end]);
    }
}
