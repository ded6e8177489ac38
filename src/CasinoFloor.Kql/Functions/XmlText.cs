using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CasinoFloor.Kql.Functions;

/// <summary>
/// XML as JSON: <c>&lt;e n="v"&gt;t&lt;a/&gt;&lt;/e&gt;</c> as <c>{"e":{"@n":"v","#text":"t","a":null}}</c>; elements of one name become an array.
/// Only elements, attributes and text count.
/// </summary>
internal static class XmlText
{
    private const int MaxBytes = 1_048_576;
    private const int MaxDepth = 100;

    /// <summary>The JSON; null when the text is not XML or is larger than a megabyte.</summary>
    public static string? ToJson(string text)
    {
        if (text.Length > MaxBytes || Encoding.UTF8.GetByteCount(text) > MaxBytes)
        {
            return null;
        }

        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
            using var reader = XmlReader.Create(new StringReader(text.TrimStart()), settings);
            var root = XDocument.Load(reader).Root!;
            return Value(root, 0) is { } value ? Json.Write([KeyValuePair.Create(NameOf(root), value)]) : null;
        }
        catch (XmlException)
        {
            // Not XML: the language answers null.
            return null;
        }
    }

    private static string? Value(XElement element, int depth)
    {
        if (depth > MaxDepth)
        {
            return null;
        }

        var members = element.Attributes().Select(a => KeyValuePair.Create("@" + AttributeName(a), Json.Text(a.Value))).ToList();
        var text = string.Concat(element.Nodes().OfType<XText>().Select(t => t.Value)).Trim();
        var children = element.Elements().GroupBy(NameOf).ToList();
        if (members.Count == 0 && children.Count == 0)
        {
            return text.Length == 0 ? "null" : Json.Text(text);
        }

        if (text.Length > 0)
        {
            members.Add(KeyValuePair.Create("#text", Json.Text(text)));
        }

        foreach (var group in children)
        {
            var values = group.Select(e => Value(e, depth + 1)).ToList();
            if (values.Contains(null))
            {
                return null;
            }

            members.Add(KeyValuePair.Create(group.Key, values.Count == 1 ? values[0]! : Json.Write(values!)));
        }

        return Json.Write(members);
    }

    private static string NameOf(XElement element) =>
        element.GetPrefixOfNamespace(element.Name.Namespace) is { Length: > 0 } prefix ? $"{prefix}:{element.Name.LocalName}" : element.Name.LocalName;

    private static string AttributeName(XAttribute attribute) => attribute.IsNamespaceDeclaration
        ? attribute.Name.LocalName == "xmlns" ? "xmlns" : "xmlns:" + attribute.Name.LocalName
        : attribute.Parent!.GetPrefixOfNamespace(attribute.Name.Namespace) is { Length: > 0 } prefix ? $"{prefix}:{attribute.Name.LocalName}" : attribute.Name.LocalName;
}
