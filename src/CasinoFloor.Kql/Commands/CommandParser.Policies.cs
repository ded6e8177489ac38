using System.Text.Json;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Commands;

/// <content>Policies, as JSON such as <c>{"SoftDeletePeriod":"7.00:00:00","Recoverability":"Enabled"}</c> or in words.</content>
internal static partial class CommandParser
{
    private static KqlPolicy Policy(CommandReader reader)
    {
        var policy = reader.Keyword();
        return policy switch
        {
            "retention" => KqlPolicy.Retention,
            "streamingingestion" => KqlPolicy.StreamingIngestion,
            "update" => KqlPolicy.Update,
            "" => throw reader.Unexpected("the name of a policy"),
            _ => throw reader.Unsupported("policy " + policy),
        };
    }

    private static KqlCommand AlterPolicy(CommandReader reader, KqlEntity entity, bool merge) => Policy(reader) switch
    {
        KqlPolicy.Retention => AlterRetention(reader, entity, merge),
        KqlPolicy.StreamingIngestion => AlterStreaming(reader, entity),
        _ => AlterUpdate(reader, entity, merge),
    };

    private static AlterUpdatePolicyCommand AlterUpdate(CommandReader reader, KqlEntity entity, bool merge)
    {
        if (entity.Kind != KqlEntityKind.Table)
        {
            throw reader.Unexpected("a table: a database has no update policy");
        }

        var at = reader.Current.Span;
        var json = reader.LongLiteral("the policy as a string of JSON");
        using var document = CommandJson.Parse(json, "The policy", at);
        return document.RootElement.ValueKind == JsonValueKind.Array
            ? new AlterUpdatePolicyCommand(entity, [.. document.RootElement.EnumerateArray().Select(entry => Update(entry, at))], merge, default)
            : throw KqlFailure.Semantic("An update policy is a JSON array of objects with 'Source' and 'Query'.", at);
    }

    private static KqlUpdate Update(JsonElement entry, TextSpan at)
    {
        var update = new KqlUpdate("", "");
        PolicyProperties(entry, at, (name, value) =>
        {
            var isFlag = value.ValueKind is JsonValueKind.True or JsonValueKind.False;
            var known = name switch
            {
                "source" when value.ValueKind == JsonValueKind.String => update with { Source = value.GetString()! },
                "query" when value.ValueKind == JsonValueKind.String => update with { Query = value.GetString()! },
                "isenabled" when isFlag => update with { IsEnabled = value.GetBoolean() },
                "istransactional" when isFlag => update with { IsTransactional = value.GetBoolean() },
                "propagateingestionproperties" when isFlag => update with { PropagateIngestionProperties = value.GetBoolean() },
                // As whom the query runs: here there is nobody else.
                "managedidentity" when value.ValueKind == JsonValueKind.Null => update,
                _ => null,
            };
            update = known ?? update;
            return known is not null;
        });
        return update is { Source.Length: > 0, Query.Length: > 0 } ? update : throw KqlFailure.Semantic("An entry of an update policy needs 'Source' and 'Query'.", at);
    }

    private static AlterStreamingPolicyCommand AlterStreaming(CommandReader reader, KqlEntity entity)
    {
        if (reader.TryWord("enable") || reader.IsWord("disable"))
        {
            return new AlterStreamingPolicyCommand(entity, !reader.TryWord("disable"), default);
        }

        bool? enabled = null;
        var at = PolicyJson(reader, (name, value) =>
        {
            switch (name)
            {
                case "isenabled" when value.ValueKind is JsonValueKind.True or JsonValueKind.False:
                    enabled = value.GetBoolean();
                    return true;
                default:
                    return name == "hintallocatedrate";
            }
        });
        return new AlterStreamingPolicyCommand(entity, enabled ?? throw KqlFailure.Semantic("The policy needs 'IsEnabled': true or false.", at), default);
    }

    private static AlterRetentionPolicyCommand AlterRetention(CommandReader reader, KqlEntity entity, bool merge)
    {
        TimeSpan? period = null;
        bool? recoverable = null;
        if (reader.Current.Kind == TokenKind.Text)
        {
            PolicyJson(reader, (name, value) => name switch
            {
                "softdeleteperiod" => (period = Period(value.ToString())) is not null,
                "recoverability" => (recoverable = Recoverable(value.ToString())) is not null,
                _ => false,
            });
            return new AlterRetentionPolicyCommand(entity, period, recoverable, merge, default);
        }

        do
        {
            var at = reader.Current.Span;
            var name = reader.Keyword();
            reader.Expect("=");
            var value = Value(reader);
            var isKnown = name switch
            {
                "softdelete" => (period = Period(value)) is not null,
                "recoverability" => (recoverable = Recoverable(value)) is not null,
                _ => throw KqlFailure.Unsupported($"retention property {name}", at),
            };
            if (!isKnown)
            {
                throw KqlFailure.Semantic($"'{value}' is not a value for '{name}'.", at);
            }
        }
        while (reader.Current.Kind == TokenKind.Word);

        return new AlterRetentionPolicyCommand(entity, period, recoverable, merge, default);
    }

    /// <summary>A duration as text: <c>7.00:00:00</c>, <c>7d</c> or <c>time(7d)</c>.</summary>
    private static TimeSpan? Period(string text)
    {
        var isCall = text.EndsWith(')') && (text.StartsWith("time(", StringComparison.Ordinal) || text.StartsWith("timespan(", StringComparison.Ordinal));
        var content = isCall ? text[(text.IndexOf('(', StringComparison.Ordinal) + 1)..^1] : text;
        return Literals.TryParse(content, KqlType.TimeSpan, out var value) && value is long ticks && ticks >= 0 ? TimeSpan.FromTicks(ticks) : null;
    }

    private static bool? Recoverable(string text) => text.ToLowerInvariant() switch
    {
        "enabled" => true,
        "disabled" => false,
        _ => null,
    };

    /// <summary>Reads a policy's JSON object, property by property with its name in lower case; answers where it stands.</summary>
    private static TextSpan PolicyJson(CommandReader reader, Func<string, JsonElement, bool> read)
    {
        var at = reader.Current.Span;
        var json = reader.LongLiteral("the policy as a string of JSON");
        using var document = CommandJson.Parse(json, "The policy", at);
        PolicyProperties(document.RootElement, at, read);
        return at;
    }

    private static void PolicyProperties(JsonElement policy, TextSpan at, Func<string, JsonElement, bool> read)
    {
        if (policy.ValueKind != JsonValueKind.Object)
        {
            throw KqlFailure.Semantic("A policy is a JSON object.", at);
        }

        foreach (var property in policy.EnumerateObject())
        {
            if (!read(property.Name.ToLowerInvariant(), property.Value))
            {
                throw KqlFailure.Semantic($"The policy cannot have '{property.Name}': {property.Value.GetRawText()}.", at);
            }
        }
    }
}
