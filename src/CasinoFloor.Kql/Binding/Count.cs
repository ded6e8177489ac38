using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private SummarizeRel Count(Rel input, CountSyntax count) => new(
        input, [], [new Item(NewColumn(count.As ?? "Count", KqlType.Long), new BoundAggregate(AggregateCatalog.Find("count")!, [], null, 0, KqlType.Long, count.Span))]);
}
