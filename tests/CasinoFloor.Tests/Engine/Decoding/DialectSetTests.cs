using System.Text;
using System.Text.Json;
using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Events;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace CasinoFloor.Tests.Engine.Decoding;

public sealed class DialectSetTests
{
    [Fact]
    public void ReadOptions_ShippedFile_EqualsWhatConfigurationBinds()
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "dialects.json")).Build();
        var bound = configuration.GetSection(DialectSet.Section).Get<Dictionary<string, DialectOptions>>()!;
        var read = DialectSet.ReadOptions(ShippedDialects.File);

        Assert.Equal(["default", "peer"], read.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Canonical(bound), Canonical(read));
        Assert.True(DialectSet.TryCreate(bound, new DecodingOptions(), out _, out var errors), string.Join('\n', errors));
    }

    [Fact]
    public void FromJson_OwnDialect_StartsFromDefault()
    {
        var json = Encoding.UTF8.GetString(ShippedDialects.File).Replace("\"peer\": {", """
            "house": {
              "TimeZone": "Europe/Vienna",
              "Slot": {
                "EventTypes": { "G": "spin" },
                "Fields": { "machine_id": ["egm"], "wager_amount": ["bet"], "payout_amount": ["won"], "event_type": ["kind"] }
              }
            },
            "peer": {
            """, StringComparison.Ordinal);
        var options = new DecodingOptions { Dialect = "House" };
        var decoder = new EventDecoder(DialectSet.FromJson(Encoding.UTF8.GetBytes(json), options), options);
        var batch = Decoded.Batch(
            EventStream.Slot,
            "{\"egm\":\"V1\",\"kind\":\"g\",\"bet\":1,\"won\":2,\"event_timestamp\":\"2026-11-20T18:00:00\"}",
            "{\"egm\":\"V1\",\"kind\":\"CASH_OUT\",\"coin_out\":3,\"event_timestamp\":\"2026-11-20T18:00:00\"}");
        decoder.Decode(batch, Decoded.Now.Ticks);

        Assert.Equal(2, batch.Slots.Count);
        Assert.Equal((Decoded.Money(1), Decoded.Money(2)), (batch.Slots[0].Wager, batch.Slots[0].Payout));
        Assert.Equal(new DateTime(2026, 11, 20, 17, 0, 0), Decoded.Utc(batch.Slots[0].Timestamp));
        Assert.Equal((SlotEventType.TicketOut, Decoded.Money(3)), (batch.Slots[1].Type, batch.Slots[1].Ticket));
    }

    [Theory]
    [InlineData("""{ "TimeZone": "Mars/Olympus" }""", "Dialects:x:TimeZone")]
    [InlineData("""{ "Slot": { "EventTypes": { "G": "SPINNING" } } }""", "Dialects:x:Slot:EventTypes:G")]
    [InlineData("""{ "Slot": { "Fields": { "wager": ["bet"] } } }""", "Dialects:x:Slot:Fields:wager")]
    [InlineData("""{ "Slot": { "Fields": { "machine_id": [""] } } }""", "Dialects:x:Slot:Fields:machine_id")]
    [InlineData("""{ "Slot": { "FieldsByType": { "GAME_PLAY": { "wager_amount": ["b"] } } } }""", "Dialects:x:Slot:FieldsByType:GAME_PLAY")]
    [InlineData("""{ "Slot": { "FieldsByType": { "DOOR_OPEN": { "wager_amount": ["b"] } } } }""", "Dialects:x:Slot:FieldsByType:DOOR_OPEN:wager_amount")]
    [InlineData("""{ "Slot": { "Fields": { "machine_id": ["b"], "player_id": ["B"] } } }""", "maps 'B' to both")]
    [InlineData("""{ "Cash": { "Fields": { "amount": ["Betr\u00e4ge"] } } }""", "Dialects:x:Cash:Fields:amount")]
    [InlineData("""{ "CashFlow": { "In": ["A"], "Out": ["a"] } }""", "Dialects:x:CashFlow:Out")]
    public void TryCreate_WrongSetting_IsNamed(string dialect, string expected)
    {
        var error = Assert.Throws<InvalidDataException>(
            () => DialectSet.FromJson(Encoding.UTF8.GetBytes($$"""{ "Dialects": { "default": {}, "x": {{dialect}} } }"""), new DecodingOptions()));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TryCreate_SeveralWrongSettings_NamesThemAll()
    {
        var dialects = new Dictionary<string, DialectOptions> { ["default"] = new() { TimeZone = "Nowhere" } };
        var decoding = new DecodingOptions { Dialect = "none", MaxAmount = 0, MaxTextBytes = 1 };

        Assert.False(DialectSet.TryCreate(dialects, decoding, out _, out var errors));

        Assert.Equal(4, errors.Count);
        Assert.All(
            ["Dialects:default:TimeZone", "Decoding:Dialect", "Decoding:MaxAmount", "Decoding:MaxTextBytes"],
            name => Assert.Contains(errors, error => error.StartsWith(name, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""{ "Dialects": { "peer": {} } }""", "Dialects:default is missing")]
    [InlineData("""{ "Dialects": { "default": { "Slots": {} } } }""", "Slots")]
    [InlineData("not json", "cannot be read")]
    public void FromJson_NotADialectFile_SaysWhy(string json, string expected)
    {
        var error = Assert.Throws<InvalidDataException>(() => DialectSet.FromJson(Encoding.UTF8.GetBytes(json), new DecodingOptions()));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_Defaults_AreValid() => Assert.Empty(new DecodingOptions().Validate());

    [Fact]
    public void Validate_EverythingWrong_NamesEverySetting()
    {
        var errors = new DecodingOptions
        {
            Dialect = " ",
            TimeZone = "Nowhere",
            MaxClockSkew = TimeSpan.FromSeconds(-1),
            MaxAmount = 0,
            MaxMeter = decimal.MaxValue,
            MaxMessageBytes = 0,
            MaxTextBytes = 0,
            MaxDescriptionBytes = 0,
            MaxEventTypeBytes = 0,
        }.Validate();

        var settings = typeof(DecodingOptions).GetProperties().Select(property => $"Decoding:{property.Name} ");
        Assert.All(settings, setting => Assert.Single(errors, error => error.StartsWith(setting, StringComparison.Ordinal)));
    }

    private static string Canonical(IEnumerable<KeyValuePair<string, DialectOptions>> dialects) =>
        JsonSerializer.Serialize(dialects.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new
        {
            pair.Key,
            Zone = pair.Value.TimeZone ?? "",
            Streams = new[] { pair.Value.Slot, pair.Value.Table, pair.Value.Security, pair.Value.Cash }.Select(Canonical),
            pair.Value.CashFlow,
        }));

    private static object Canonical(StreamDialectOptions stream) => new
    {
        Types = new SortedDictionary<string, string>(stream.EventTypes, StringComparer.Ordinal),
        Fields = new SortedDictionary<string, string[]>(stream.Fields, StringComparer.Ordinal),
        ByType = stream.FieldsByType.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(
            pair => new { pair.Key, Fields = new SortedDictionary<string, string[]>(pair.Value, StringComparer.Ordinal) }),
    };
}
