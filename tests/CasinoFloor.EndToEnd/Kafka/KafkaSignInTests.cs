using System.Globalization;
using System.Text;
using Azure.Core;
using Azure.Identity;
using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Kafka;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CasinoFloor.EndToEnd.Kafka;

/// <summary>The source and the writer with the settings of production: TLS, and each way to sign in.</summary>
public sealed class KafkaSignInTests : IDisposable
{
    private const string Topic = "es-slot-telemetry";
    private const string Key = "c2VjcmV0LWtleS1vZi10aGUtcG9saWN5LXRlc3Q=";
    private const string Token = "entra-token";

    private readonly MockKafkaCluster _cluster = new();
    private readonly SaslTlsFront _front;

    public KafkaSignInTests()
    {
        _cluster.CreateTopic(Topic);
        _front = new SaslTlsFront(_cluster.Port, Accepts);
        _cluster.Advertise("localhost", _front.Port);
    }

    public void Dispose()
    {
        _front.Dispose();
        _cluster.Dispose();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task ConnectionString_RightKey_WritesAndReads()
    {
        var options = Options();
        options.ConnectionString = ConnectionString(Key);
        using var log = new CapturedLog();
        await using (var writer = new KafkaEventWriter(KafkaSettings.Resolve(options), TimeProvider.System, new Logger<KafkaEventWriter>(log)))
            await Write(writer, 100);
        await using var member = KafkaMember.Start(options);

        await Eventually.True(() => member.Pipeline.Stored.Count == 100, () => $"{member.Source.Status}\n{member.Log}");

        Assert.Equal(Enumerable.Range(0, 100).Select(Body), member.Pipeline.Stored.Select(record => record.Body));
        Assert.Equal(0, _front.Refused);
        await member.StopAsync();
        NothingHolds(Key, member, log.ToString());
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task ConnectionString_WrongKey_SaysWhatToDoAndNeverTheKey()
    {
        const string WrongKey = "d3Jvbmcta2V5LW9mLXRoZS1wb2xpY3ktdGVzdA==";
        var options = Options();
        options.ConnectionString = ConnectionString(WrongKey);
        await using var member = KafkaMember.Start(options);

        await Eventually.True(() => member.Source.Status.State == "waiting" && _front.Refused > 0, () => member.Source.Status.ToString());

        Assert.Contains("refused the key of policy listen", member.Source.Status.Note, StringComparison.Ordinal);
        Assert.Contains("Kafka:ConnectionString", member.Source.Status.Note, StringComparison.Ordinal);
        await member.StopAsync();
        NothingHolds(WrongKey, member, "");
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Writer_WrongKey_SaysWhatToDoAndTheEventWaits()
    {
        const string WrongKey = "d3Jvbmcta2V5LW9mLXRoZS1wb2xpY3ktdGVzdA==";
        var options = Options();
        options.ConnectionString = ConnectionString(WrongKey);
        options.Client.Clear();
        using var log = new CapturedLog();
        await using var writer = new KafkaEventWriter(KafkaSettings.Resolve(options), TimeProvider.System, new Logger<KafkaEventWriter>(log));
        await writer.WriteAsync(EventStream.Slot, "m"u8.ToArray(), "{}"u8.ToArray(), TestContext.Current.CancellationToken);

        await Eventually.True(() => writer.Note is not null, () => log.ToString());

        Assert.Contains("refused the key of policy listen", writer.Note, StringComparison.Ordinal);
        Assert.Equal(1, await writer.FlushAsync(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken));
        Assert.DoesNotContain(WrongKey, log + writer.Note + writer.Description, StringComparison.Ordinal);
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Entra_TokenAccepted_Reads()
    {
        var options = Options();
        options.Authentication = KafkaAuthentication.Entra;
        var credential = new FakeCredential(Token);
        using var log = new CapturedLog();
        await using (var writer = new KafkaEventWriter(KafkaSettings.Resolve(options), TimeProvider.System, new Logger<KafkaEventWriter>(log), credential))
            await Write(writer, 10);
        await using var member = KafkaMember.Start(options, credential: credential);

        await Eventually.True(() => member.Pipeline.Stored.Count == 10, () => $"{member.Source.Status}\n{member.Log}");

        Assert.Equal("https://localhost/.default", credential.Scope);
        NothingHolds(Token, member, log.ToString());
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Entra_TokenRefused_SaysWhatToDo()
    {
        var options = Options();
        options.Authentication = KafkaAuthentication.Entra;
        await using var member = KafkaMember.Start(options, credential: new FakeCredential("another"));

        await Eventually.True(() => member.Source.Status.State == "waiting" && _front.Refused > 0, () => member.Source.Status.ToString());

        Assert.Contains("Azure Event Hubs Data Receiver", member.Source.Status.Note, StringComparison.Ordinal);
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Entra_NoToken_SaysWhatToDo()
    {
        var options = Options();
        options.Authentication = KafkaAuthentication.Entra;
        await using var member = KafkaMember.Start(options, credential: new FakeCredential(null));

        await Eventually.True(() => member.Source.Status.State == "waiting", () => member.Source.Status.ToString());

        Assert.Contains("Kafka:Entra", member.Source.Status.Note, StringComparison.Ordinal);
        Assert.Contains(member.Log.Lines, line => line.Id == 2018);
        Assert.Equal(0, _front.Accepted + _front.Refused);
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Tls_CertificateNotTrusted_SaysWhatToDo()
    {
        var options = Options();
        options.ConnectionString = ConnectionString(Key);
        options.SslCaLocation = null;
        await using var member = KafkaMember.Start(options);

        await Eventually.True(() => member.Source.Status.State == "waiting", () => member.Source.Status.ToString());

        Assert.Contains("Kafka:SslCaLocation", member.Source.Status.Note, StringComparison.Ordinal);
        Assert.Equal(0, _front.Accepted);
    }

    private KafkaOptions Options()
    {
        var options = KafkaMember.Options(string.Create(CultureInfo.InvariantCulture, $"localhost:{_front.Port}"), Topic);
        options.SslCaLocation = _front.CaFile;
        return options;
    }

    private static string ConnectionString(string key) =>
        $"Endpoint=sb://casino.servicebus.windows.net/;SharedAccessKeyName=listen;SharedAccessKey={key};EntityPath={Topic}";

    private static bool Accepts(string mechanism, byte[] message)
    {
        var text = Encoding.UTF8.GetString(message);
        return mechanism == "PLAIN" ? text == $"\0$ConnectionString\0{ConnectionString(Key)}" : text.Contains($"auth=Bearer {Token}\u0001", StringComparison.Ordinal);
    }

    private static async Task Write(KafkaEventWriter writer, int count)
    {
        for (var i = 0; i < count; i++)
            await writer.WriteAsync(EventStream.Slot, "machine"u8.ToArray(), Encoding.UTF8.GetBytes(Body(i)), TestContext.Current.CancellationToken);
        Assert.Equal(0, await writer.FlushAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        Assert.Equal(new KafkaWriterTotals(count, count, 0, null), writer.Totals);
    }

    private static string Body(int number) => string.Create(CultureInfo.InvariantCulture, $"event {number}");

    private static void NothingHolds(string secret, KafkaMember member, string more) =>
        Assert.DoesNotContain(secret, $"{member.Log}\n{member.Source.Description}\n{member.Source.Status}\n{member.Source}\n{more}", StringComparison.Ordinal);

    private sealed class FakeCredential(string? token) : TokenCredential
    {
        public string? Scope { get; private set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scope = requestContext.Scopes[0];
            return token is null
                ? throw new CredentialUnavailableException("no identity here")
                : new AccessToken(token, TimeProvider.System.GetUtcNow().AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
