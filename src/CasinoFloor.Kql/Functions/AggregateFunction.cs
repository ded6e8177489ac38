using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Translation;

namespace CasinoFloor.Kql.Functions;

/// <summary>An aggregate function.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">As in <see cref="ScalarFunction.Parameters"/>; o is anything that has an order, u anything that can be added up.</param>
/// <param name="ResultType">The type of its result, from its arguments.</param>
/// <param name="Emit">Its SQL; the flag says that datetimes are wanted as DuckDB timestamps.</param>
internal sealed record AggregateFunction(
    string Name, string Parameters, Func<IReadOnlyList<Bound>, KqlType> ResultType, Func<Emitter, BoundAggregate, bool, string> Emit)
{
    /// <summary>What an unnamed column of it begins with; the name of its first argument follows.</summary>
    public string Prefix { get; init; } = Name + "_";

    /// <summary>Which argument is the condition of an <c>...if</c> form; -1 for none.</summary>
    public int Predicate { get; init; } = -1;

    /// <summary>Whether a datetime result has the form of its argument.</summary>
    public bool KeepsForm { get; init; }
}

/// <summary>All aggregate functions by name.</summary>
internal static partial class AggregateCatalog
{
    private static readonly Dictionary<string, AggregateFunction> ByName = Create();

    public static IEnumerable<string> Names => ByName.Keys;

    public static AggregateFunction? Find(string name) => ByName.GetValueOrDefault(name);

    private static Dictionary<string, AggregateFunction> Create()
    {
        var all = new Dictionary<string, AggregateFunction>(StringComparer.Ordinal);
        void Add(AggregateFunction function) => all[function.Name] = function;
        void AddWithIf(AggregateFunction function, string ifName, int predicate = 1)
        {
            Add(function);
            Add(function with
            {
                Name = ifName,
                Prefix = function.Prefix is "list_" or "set_" or "bag_" or "" ? function.Prefix : ifName + "_",
                Parameters = function.Parameters.Insert(predicate, "b"),
                Predicate = predicate,
            });
        }

        AddNumeric(Add, AddWithIf);
        AddCollections(Add, AddWithIf);
        AddPercentiles(Add);
        AddExtremes(Add, AddWithIf);
        AddSketches(Add, AddWithIf);
        return all;
    }

    /// <summary>The SQL of an argument, as a DuckDB timestamp when that is wanted.</summary>
    private static string Value(Emitter e, Bound argument, bool timestamp) =>
        timestamp && argument.Type == KqlType.DateTime ? e.Timestamp(argument)! : e.Sql(argument);
}
