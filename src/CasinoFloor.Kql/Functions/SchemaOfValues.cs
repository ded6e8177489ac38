using System.Text.Json;

namespace CasinoFloor.Kql.Functions;

/// <summary>
/// The least schema that admits some JSON values, as buildschema() writes it: <c>{"x":["long","string"],"z":{"`indexer`":"long"}}</c>. Types
/// of one place stand in the order they were met.
/// </summary>
internal sealed class SchemaOfValues
{
    private const string Indexer = "`indexer`";

    private readonly List<string> _primitives = [];
    private readonly List<(string Name, SchemaOfValues Schema)> _members = [];
    private int _containerAt = -1;

    /// <summary>The schema as JSON; null when the values have none that is certain (only nulls, an empty array or bag).</summary>
    public static string? Of(IEnumerable<string> values)
    {
        var schema = new SchemaOfValues();
        foreach (var value in values)
        {
            using var document = JsonDocument.Parse(value);
            if (!schema.Add(document.RootElement))
            {
                return null;
            }
        }

        return schema.Write();
    }

    private bool Add(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.EnumerateObject().Any():
                return value.EnumerateObject().All(m => Member(m.Name).Add(m.Value));
            case JsonValueKind.Array when value.GetArrayLength() > 0:
                return value.EnumerateArray().All(e => Member(Indexer).Add(e));
            case JsonValueKind.String:
                return Primitive("string");
            case JsonValueKind.True or JsonValueKind.False:
                return Primitive("bool");
            case JsonValueKind.Number:
                return Primitive(Json.IsInteger(value.GetRawText()) ? "long" : "double");
            default:
                return false;
        }
    }

    private bool Primitive(string type)
    {
        if (!_primitives.Contains(type))
        {
            _primitives.Add(type);
        }

        return true;
    }

    private SchemaOfValues Member(string name)
    {
        _containerAt = _containerAt < 0 ? _primitives.Count : _containerAt;
        var index = _members.FindIndex(m => m.Name == name);
        if (index < 0)
        {
            _members.Add((name, new SchemaOfValues()));
            index = _members.Count - 1;
        }

        return _members[index].Schema;
    }

    private string? Write()
    {
        var parts = _primitives.Select(Json.Text).ToList();
        if (_containerAt >= 0)
        {
            parts.Insert(_containerAt, Json.Write(_members.Select(m => KeyValuePair.Create(m.Name, m.Schema.Write() ?? "null"))));
        }

        return parts.Count switch { 0 => null, 1 => parts[0], _ => Json.Write(parts) };
    }
}
