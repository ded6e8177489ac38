using CasinoFloor.Kql;

namespace CasinoFloor.Tests.Web.Components;

/// <summary>Answers, written as they read: <c>Tables.Of("time:datetime, section:string, coin_in:real", [at, "Main", 1.5])</c>.</summary>
internal static class Tables
{
    public static KqlResultTable Of(string columns, params object?[][] rows) => new(
        "PrimaryResult",
        [.. columns.Split(',').Select(column => column.Trim().Split(':')).Select(parts => new KqlResultColumn(parts[0], TypeOf(parts[1])))],
        rows,
        IsOrdered: true);

    public static KqlVisualization Render(string kind, params (string Name, string Value)[] properties) =>
        new(kind, properties.ToDictionary(property => property.Name, property => property.Value));

    private static KqlType TypeOf(string name) => KqlTypes.TryParse(name, out var type) ? type : throw new ArgumentException($"'{name}' is no type.", nameof(name));
}
