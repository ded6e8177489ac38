using System.Text.Json;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Commands;

/// <content>
/// Ingestion mappings. Their text is JSON in one of two forms, which may be mixed:
/// <c>[{"column":"a","path":"$.a","datatype":"long"},{"Column":"b","Properties":{"Path":"$.b","Transform":"DateTimeFromUnixSeconds"}}]</c>
/// </content>
internal static partial class CommandParser
{
    private static CreateJsonMappingCommand CreateMapping(CommandReader reader, string table, CreateMode mode)
    {
        MappingKind(reader);
        reader.ExpectWords("mapping");
        var name = reader.Literal("the name of a mapping");
        var at = reader.Current.Span;
        var json = reader.LongLiteral("the mapping as a string of JSON");
        return new CreateJsonMappingCommand(table, name, MappingColumns(json, TextSpan.Between(at, reader.Span)), json, mode, default);
    }

    private static void MappingKind(CommandReader reader)
    {
        var kind = reader.Keyword();
        if (kind != "json")
        {
            throw kind.Length == 0 ? reader.Unexpected("'json'") : reader.Unsupported($"{kind} mapping");
        }
    }

    private static List<KqlMappingColumn> MappingColumns(string json, TextSpan at)
    {
        using var document = CommandJson.Parse(json, "The mapping", at);
        return document.RootElement.ValueKind == JsonValueKind.Array
            ? [.. document.RootElement.EnumerateArray().Select(item => MappingColumn(item, at))]
            : throw KqlFailure.Semantic("A mapping is an array of columns.", at);
    }

    private static KqlMappingColumn MappingColumn(JsonElement item, TextSpan at)
    {
        string? column = null, type = null, path = null, transform = null, constant = null;
        Read(item);
        if (column is null)
        {
            throw KqlFailure.Semantic("A column of a mapping needs a 'column'.", at);
        }

        return type is null || KqlTypes.TryParse(type, out _) || type.StartsWith("System.", StringComparison.Ordinal)
            ? new KqlMappingColumn(column, type, path, transform, constant)
            : throw KqlFailure.Semantic($"'{type}' is not a type.", at);

        void Read(JsonElement element)
        {
            if (element.ValueKind != JsonValueKind.Object)
            {
                throw KqlFailure.Semantic("A column of a mapping is an object.", at);
            }

            foreach (var property in element.EnumerateObject())
            {
                switch (property.Name.ToLowerInvariant())
                {
                    case "column":
                    case "name":
                        column = Text(property);
                        break;
                    case "datatype":
                        type = Text(property);
                        break;
                    case "path":
                        path = Text(property);
                        break;
                    case "transform":
                        transform = Text(property);
                        break;
                    case "constvalue":
                        constant = property.Value.ValueKind == JsonValueKind.Null ? null : property.Value.ToString();
                        break;
                    case "properties" when property.Value.ValueKind == JsonValueKind.Null:
                        break;
                    case "properties":
                        Read(property.Value);
                        break;
                    default:
                        throw KqlFailure.Unsupported($"mapping property {property.Name}", at);
                }
            }
        }

        string? Text(JsonProperty property) => property.Value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => property.Value.GetString() is { Length: > 0 } text ? text : null,
            _ => throw KqlFailure.Semantic($"'{property.Name}' of a mapping is a string.", at),
        };
    }
}
