using BenchmarkDotNet.Attributes;
using CasinoFloor.Kql;

namespace CasinoFloor.Benchmarks;

/// <summary>Parsing, binding and translating a query of the Kusto language, without running it; asked is less than 2 ms.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class KqlTranslationBenchmarks
{
    private static readonly KqlEngine Engine = new(new KqlCatalog(
        [
            new KqlTable("Events", [.. Columns(40)]),
            new KqlTable("Machines", [new KqlColumn("MachineId", KqlType.String), new KqlColumn("Section", KqlType.String), new KqlColumn("Bank", KqlType.Int)]),
        ],
        string.Concat(Enumerable.Range(0, 40).Select(i => $"let f{i} = (n:long) {{ Events | where CoinIn > n | summarize arg_max(Timestamp, *) by MachineId, X{i % 30} }};\n"))));

    /// <summary>A query of each kind that pages ask.</summary>
    [Params(
        "Events | where Timestamp > ago(5m) | summarize n = count(), c = sum(CoinIn) by MachineId | top 20 by c desc",
        "Events | where Timestamp between (datetime(2024-01-01) .. 1d) and Kind in ('jackpot', 'error') | summarize c = sum(CoinIn), countif(CoinIn > 100) by bin(Timestamp, 1h), Kind | order by Timestamp asc | render timechart",
        "let recent = Events | where Timestamp > ago(1h) | summarize arg_max(Timestamp, *) by MachineId; recent | join kind=leftouter Machines on MachineId | extend hold = 1.0 - CoinOut / todouble(CoinIn) | project MachineId, Section, hold | order by hold desc",
        "Events | make-series c = sum(CoinIn) default = 0 on Timestamp from ago(1d) to now() step 10m by MachineId | extend stats = series_stats_dynamic(c) | mv-expand Timestamp to typeof(datetime), c to typeof(long)",
        "f7(10) | where X3 > 1 | summarize dcount(MachineId), percentiles(CoinIn, 50, 95) by Kind")]
    public string Query { get; set; } = "";

    /// <summary>The whole way from the text to the statement for DuckDB.</summary>
    [Benchmark]
    public int Translate()
    {
        var analysis = Engine.Analyze(new KqlQuery(Query));
        return analysis.Error is null ? analysis.Sql!.Length : throw new InvalidOperationException(analysis.Error.ToString());
    }

    private static IEnumerable<KqlColumn> Columns(int count) =>
        new[]
        {
            new KqlColumn("Timestamp", KqlType.DateTime), new KqlColumn("MachineId", KqlType.String), new KqlColumn("Kind", KqlType.String),
            new KqlColumn("CoinIn", KqlType.Long), new KqlColumn("CoinOut", KqlType.Long),
        }
        .Concat(Enumerable.Range(0, count - 5).Select(i => new KqlColumn("X" + i, KqlType.Long)));
}
