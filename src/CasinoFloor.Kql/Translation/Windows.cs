using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

internal sealed partial class Translator
{
    private string Numbered(NumberedRel rel)
    {
        var order = Emitter.OrderBy(rel.Input.Ordering.Keys);
        return $"SELECT *, row_number() OVER ({order.TrimStart()}) AS {rel.Number.Sql} FROM {Input(rel.Input)}";
    }

    private string Rank(RankRel rel)
    {
        var partition = rel.Partition.Count == 0 ? "" : $"PARTITION BY {string.Join(", ", rel.Partition.Select(c => c.Sql))}";
        return $"SELECT *, row_number() OVER ({partition}{Emitter.OrderBy(rel.Order)}) AS {rel.Rank.Sql} FROM {Input(rel.Input)}";
    }
}
