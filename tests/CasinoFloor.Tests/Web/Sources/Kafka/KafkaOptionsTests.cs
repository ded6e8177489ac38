using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Kafka;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Kafka;

public sealed class KafkaOptionsTests
{
    private const string Key = "a2V5LXRoYXQtbXVzdC1uZXZlci1iZS1zaG93bg==";
    private const string ConnectionString = $"Endpoint=sb://casino.servicebus.windows.net/;SharedAccessKeyName=listen;SharedAccessKey={Key}";

    [Fact]
    public void Validate_ConnectionStringAlone_IsEnough()
    {
        var options = new KafkaOptions { ConnectionString = ConnectionString };

        Assert.Empty(options.Validate());
        var settings = KafkaSettings.Resolve(options);
        Assert.Equal(KafkaSecurity.SaslSsl, settings.Connection.Security);
        Assert.Equal(KafkaAuthentication.ConnectionString, settings.Connection.Authentication);
        Assert.Equal(["es-slot-telemetry", "es-table-games", "es-security-events", "es-cash-transactions"], settings.Topics.Topics);
        Assert.Equal("casino.servicebus.windows.net:9093 (policy listen)", settings.Connection.ToString());
    }

    [Fact]
    public void Validate_BootstrapServersAlone_IsAPlainBroker()
    {
        var settings = KafkaSettings.Resolve(new KafkaOptions { BootstrapServers = "broker1:9092, broker2:9092" });
        Assert.Equal(KafkaSecurity.Plaintext, settings.Connection.Security);
        Assert.Equal(KafkaAuthentication.None, settings.Connection.Authentication);
    }

    [Fact]
    public void Validate_Nothing_NamesTheMissingSetting() =>
        Assert.StartsWith("Kafka:BootstrapServers:", Assert.Single(new KafkaOptions().Validate()), StringComparison.Ordinal);

    [Fact]
    public void Validate_ManyErrors_ReportsAllAndNoSecret()
    {
        var options = new KafkaOptions
        {
            ConnectionString = $"SharedAccessKey={Key}",
            Security = KafkaSecurity.Plaintext,
            SslCaLocation = "no/such/file.pem",
            Topics = new KafkaTopicOptions { Slot = "a,b c", Table = "a", Security = "", Cash = "" },
            Stream = "roulette",
            CommitInterval = TimeSpan.FromMilliseconds(100),
            RevokeTimeout = TimeSpan.FromSeconds(31),
            StopTimeout = TimeSpan.FromHours(1),
            GroupId = new string('g', 300),
        };
        options.Client["enable.auto.commit"] = "true";
        options.Client["no.such.setting"] = Key;
        options.Client["sasl.password"] = Key;

        var errors = options.Validate();

        string[] expected =
        [
            "Kafka:ConnectionString:", "Kafka:Security:", "Kafka:SslCaLocation:", "Kafka:Stream:", "Kafka:Topics:Slot:", "Kafka:Topics:Table:",
            "Kafka:GroupId:", "Kafka:CommitInterval:", "Kafka:StopTimeout:", "Kafka:RevokeTimeout:", "Kafka:Client:enable.auto.commit:",
            "Kafka:Client:no.such.setting:",
        ];
        Assert.Equal(expected.Order(), errors.Select(error => error[..(error.IndexOf(": ", StringComparison.Ordinal) + 1)]).Order());
        Assert.All(errors, error => Assert.DoesNotContain(Key, error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("broker")]
    [InlineData("broker:9092,")]
    [InlineData("broker:9092/topic")]
    [InlineData("user@broker:9092")]
    public void Validate_BadBootstrapServers_NamesTheSetting(string servers) =>
        Assert.StartsWith("Kafka:BootstrapServers:", Assert.Single(new KafkaOptions { BootstrapServers = servers }.Validate()), StringComparison.Ordinal);

    [Fact]
    public void Validate_SecretInTheClearOverTheNetwork_IsRefused()
    {
        var options = new KafkaOptions { ConnectionString = ConnectionString, Security = KafkaSecurity.SaslPlaintext };
        Assert.StartsWith("Kafka:Security:", Assert.Single(options.Validate()), StringComparison.Ordinal);
        options.BootstrapServers = "localhost:9092";
        Assert.Empty(options.Validate());
    }

    [Fact]
    public void Validate_EntraSecretWithoutTenantAndClient_NamesBoth()
    {
        var options = new KafkaOptions
        {
            BootstrapServers = "casino.servicebus.windows.net:9093",
            Authentication = KafkaAuthentication.Entra,
            Entra = new EntraOptions { ClientSecret = "s", ManagedIdentityClientId = "m" },
        };
        Assert.Equal(
            ["Kafka:Entra:ClientId:", "Kafka:Entra:ManagedIdentityClientId:", "Kafka:Entra:TenantId:"],
            options.Validate().Select(error => error.Split(' ')[0]).Order());
    }

    [Fact]
    public void Resolve_Entra_DerivesTheScopeFromTheNamespace()
    {
        var settings = KafkaSettings.Resolve(new KafkaOptions { BootstrapServers = "casino.servicebus.windows.net:9093", Authentication = KafkaAuthentication.Entra });
        Assert.Equal("https://casino.servicebus.windows.net/.default", settings.Connection.Scope);
        Assert.Equal(KafkaSecurity.SaslSsl, settings.Connection.Security);
    }

    [Theory]
    [InlineData("es-cash-transactions", null, EventStream.Cash)]
    [InlineData("floor-tables-table-9", null, EventStream.Table)]
    [InlineData("es_4f0a", "slot", EventStream.Slot)]
    [InlineData("es-cash-transactions", "Security", EventStream.Security)]
    public void Resolve_EntityPath_GivesItsStream(string topic, string? stream, EventStream expected)
    {
        var settings = KafkaSettings.Resolve(new KafkaOptions { ConnectionString = $"{ConnectionString};EntityPath={topic}", Stream = stream });
        Assert.Equal([topic], settings.Topics.Topics);
        Assert.Equal(expected, settings.Topics.StreamOf(topic));
        Assert.Equal(topic, settings.Topics.TopicOf(expected));
    }

    [Theory]
    [InlineData("es_4f0a")]
    [InlineData("slot-and-cash")]
    public void Validate_EntityPathThatTellsNoStream_AsksForIt(string topic) =>
        Assert.StartsWith(
            "Kafka:Stream:",
            Assert.Single(new KafkaOptions { ConnectionString = $"{ConnectionString};EntityPath={topic}" }.Validate()),
            StringComparison.Ordinal);

    [Fact]
    public void EffectiveGroupId_ByDefault_CarriesTheDeployment()
    {
        Assert.Equal("casinofloor-default", new KafkaOptions().EffectiveGroupId);
        Assert.Equal("casinofloor-reno", new KafkaOptions { Deployment = "reno" }.EffectiveGroupId);
        Assert.Equal("mine", new KafkaOptions { Deployment = "reno", GroupId = "mine" }.EffectiveGroupId);
    }

    [Fact]
    public void Bind_Configuration_TakesEverySetting()
    {
        var options = new KafkaOptions();
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Kafka:BootstrapServers"] = "localhost:9092",
            ["Kafka:Topics:Slot"] = "slots-east,slots-west",
            ["Kafka:Topics:Cash"] = "",
            ["Kafka:CommitInterval"] = "00:00:03",
            ["Kafka:AutoOffsetReset"] = "latest",
            ["Kafka:Client:socket.timeout.ms"] = "20000",
        }).Build().GetSection(KafkaOptions.Section).Bind(options);

        var settings = KafkaSettings.Resolve(options);

        Assert.Equal(["slots-east", "slots-west", "es-table-games", "es-security-events"], settings.Topics.Topics);
        Assert.Equal(TimeSpan.FromSeconds(3), settings.Options.CommitInterval);
        Assert.Equal(KafkaOffsetReset.Latest, settings.Options.AutoOffsetReset);
        Assert.Equal(20_000, KafkaClientConfig.Consumer(settings).SocketTimeoutMs);
    }

    [Fact]
    public async Task AddKafkaSource_ConnectionString_RegistersASourceWhoseDescriptionHoldsNoSecret()
    {
        await using var provider = new ServiceCollection()
            .AddLogging(logging => logging.ClearProviders())
            .AddSingleton(TimeProvider.System)
            .AddKafkaSource(new KafkaOptions { ConnectionString = ConnectionString })
            .BuildServiceProvider();

        var source = provider.GetRequiredService<IEventSource>();

        Assert.Equal("starting", source.Status.State);
        Assert.Contains("casino.servicebus.windows.net:9093 (policy listen)", source.Description, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, source.Description + source, StringComparison.Ordinal);
    }
}
