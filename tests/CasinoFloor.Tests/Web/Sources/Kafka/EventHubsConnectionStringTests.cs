using CasinoFloor.Web.Sources.Kafka;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Kafka;

public sealed class EventHubsConnectionStringTests
{
    private const string Key = "a2V5LXRoYXQtbXVzdC1uZXZlci1iZS1zaG93bg==";
    private const string Namespace = $"Endpoint=sb://casino.servicebus.windows.net/;SharedAccessKeyName=listen;SharedAccessKey={Key}";

    [Fact]
    public void TryParse_NamespaceString_DerivesTheBootstrapServer()
    {
        Assert.True(EventHubsConnectionString.TryParse(Namespace, out var value, out var error), error);

        Assert.Equal("casino.servicebus.windows.net:9093", value.BootstrapServers);
        Assert.Equal("listen", value.Policy);
        Assert.Null(value.EntityPath);
        Assert.False(value.IsEmulator);
    }

    [Theory]
    [InlineData($"{Namespace};EntityPath=es-slot-telemetry")]
    [InlineData($"  \"{Namespace};EntityPath=es-slot-telemetry;\"\n")]
    [InlineData($"entitypath=es-slot-telemetry;{Namespace}")]
    public void TryParse_EntityPath_NamesTheTopic(string text)
    {
        Assert.True(EventHubsConnectionString.TryParse(text, out var value, out var error), error);
        Assert.Equal("es-slot-telemetry", value.EntityPath);
    }

    [Fact]
    public void TryParse_Emulator_UsesItsPortWithoutTls()
    {
        Assert.True(EventHubsConnectionString.TryParse(
            $"Endpoint=sb://localhost;SharedAccessKeyName=root;SharedAccessKey={Key};UseDevelopmentEmulator=true;", out var value, out var error), error);
        Assert.Equal("localhost:9092", value.BootstrapServers);
        Assert.True(value.IsEmulator);
    }

    [Theory]
    [InlineData(Key, "Endpoint")]
    [InlineData("a2V5LXRoYXQtbXVz", "part 1")]
    [InlineData($"SharedAccessKeyName=listen;SharedAccessKey={Key}", "Endpoint")]
    [InlineData($"Endpoint=https://casino/;SharedAccessKeyName=listen;SharedAccessKey={Key}", "sb://")]
    [InlineData($"Endpoint={Key};SharedAccessKeyName=listen;SharedAccessKey={Key}", "sb://")]
    [InlineData($"Endpoint=sb://casino.servicebus.windows.net/;SharedAccessKey={Key}", "SharedAccessKeyName")]
    [InlineData("Endpoint=sb://casino.servicebus.windows.net/;SharedAccessKeyName=listen", "SharedAccessKey")]
    [InlineData($"Endpoint=sb://casino.servicebus.windows.net/;SharedAccessSignature={Key}", "SharedAccessSignature")]
    [InlineData($"{Namespace};a2V5LXRoYXQtbXVz", "part 4")]
    [InlineData($"{Namespace};SharedAccessKey={Key}", "part 4")]
    [InlineData("", "Endpoint")]
    public void TryParse_Malformed_SaysWhatIsWrongWithoutTheKey(string text, string said)
    {
        Assert.False(EventHubsConnectionString.TryParse(text, out _, out var error));
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.DoesNotContain(Key[..12], error, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_Value_NeverHoldsTheKey()
    {
        Assert.True(EventHubsConnectionString.TryParse($"{Namespace};EntityPath=cage", out var value, out _));
        Assert.Equal("casino.servicebus.windows.net/cage (policy listen)", value.ToString());
    }
}
