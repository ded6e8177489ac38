using System.Diagnostics.CodeAnalysis;

namespace CasinoFloor.Kql;

/// <summary>The scalar types of the language.</summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "These are the names the language gives its types.")]
public enum KqlType
{
    /// <summary>True, false or null. DuckDB BOOLEAN.</summary>
    Bool,

    /// <summary>A 32-bit integer. DuckDB INTEGER.</summary>
    Int,

    /// <summary>A 64-bit integer. DuckDB BIGINT.</summary>
    Long,

    /// <summary>A 64-bit floating point number. DuckDB DOUBLE.</summary>
    Real,

    /// <summary>A decimal number. DuckDB DECIMAL.</summary>
    Decimal,

    /// <summary>Text; never null. DuckDB VARCHAR.</summary>
    String,

    /// <summary>A moment in UTC. DuckDB TIMESTAMP in tables; 100 ns ticks since 0001-01-01 inside a query.</summary>
    DateTime,

    /// <summary>A duration. DuckDB BIGINT, in 100 ns ticks.</summary>
    TimeSpan,

    /// <summary>Any JSON value. DuckDB JSON or VARCHAR holding JSON text.</summary>
    Dynamic,

    /// <summary>A GUID. DuckDB UUID.</summary>
    Guid,
}

/// <summary>Names of the types, as the language and its clients write them.</summary>
public static class KqlTypes
{
    private static readonly Dictionary<string, KqlType> ByName = new(StringComparer.Ordinal)
    {
        ["bool"] = KqlType.Bool,
        ["boolean"] = KqlType.Bool,
        ["int"] = KqlType.Int,
        ["int32"] = KqlType.Int,
        ["long"] = KqlType.Long,
        ["int64"] = KqlType.Long,
        ["real"] = KqlType.Real,
        ["double"] = KqlType.Real,
        ["decimal"] = KqlType.Decimal,
        ["string"] = KqlType.String,
        ["datetime"] = KqlType.DateTime,
        ["date"] = KqlType.DateTime,
        ["timespan"] = KqlType.TimeSpan,
        ["time"] = KqlType.TimeSpan,
        ["dynamic"] = KqlType.Dynamic,
        ["guid"] = KqlType.Guid,
        ["uuid"] = KqlType.Guid,
        ["uniqueid"] = KqlType.Guid,
    };

    /// <summary>The name in the language, such as <c>long</c>.</summary>
    public static string Name(this KqlType type) => type switch
    {
        KqlType.Bool => "bool",
        KqlType.Int => "int",
        KqlType.Long => "long",
        KqlType.Real => "real",
        KqlType.Decimal => "decimal",
        KqlType.String => "string",
        KqlType.DateTime => "datetime",
        KqlType.TimeSpan => "timespan",
        KqlType.Dynamic => "dynamic",
        _ => "guid",
    };

    /// <summary>The .NET name that <c>getschema</c> and the REST protocol report, such as <c>System.Int64</c>.</summary>
    public static string ClrName(this KqlType type) => type switch
    {
        KqlType.Bool => "System.SByte",
        KqlType.Int => "System.Int32",
        KqlType.Long => "System.Int64",
        KqlType.Real => "System.Double",
        KqlType.Decimal => "System.Data.SqlTypes.SqlDecimal",
        KqlType.String => "System.String",
        KqlType.DateTime => "System.DateTime",
        KqlType.TimeSpan => "System.TimeSpan",
        KqlType.Dynamic => "System.Object",
        _ => "System.Guid",
    };

    /// <summary>Finds a type by its name or alias (<c>double</c>, <c>date</c>, <c>time</c>, ...).</summary>
    public static bool TryParse(string name, out KqlType type) => ByName.TryGetValue(name, out type);

    internal static bool IsInteger(this KqlType type) => type is KqlType.Int or KqlType.Long;

    internal static bool IsNumeric(this KqlType type) =>
        type is KqlType.Int or KqlType.Long or KqlType.Real or KqlType.Decimal;
}
