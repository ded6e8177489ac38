using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;
using CasinoFloor.Web.Pipeline;
using Xunit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace CasinoFloor.Tests.Architecture;

/// <summary>Who may depend on whom; the picture is in src/ARCHITECTURE.md.</summary>
public sealed class DependencyTests
{
    private static readonly Assembly Engine = typeof(EventBatch).Assembly;
    private static readonly Assembly Eventhouse = typeof(IEventhouse).Assembly;
    private static readonly Assembly Web = typeof(FloorPipeline).Assembly;
    private static readonly Assembly Kql = Assembly.Load("CasinoFloor.Kql");

    private static readonly Lazy<ArchUnitNET.Domain.Architecture> Loaded =
        new(() => new ArchLoader().LoadAssemblies(Engine, Eventhouse, Web, Kql).Build());

    [Fact]
    public void Engine_References_OnlyTheFramework() => AssertReferences(Engine);

    [Fact]
    public void Kql_References_OnlyDuckDb() => AssertReferences(Kql, "DuckDB");

    [Fact]
    public void Eventhouse_References_OnlyEngineKqlAndStorage() =>
        AssertReferences(Eventhouse, "DuckDB", "CasinoFloor.Engine", "CasinoFloor.Kql", "Azure", "Microsoft.AspNetCore", "Microsoft.Extensions", "Microsoft.Net.Http.Headers");

    [Theory]
    [InlineData(@"CasinoFloor\.Eventhouse", @"CasinoFloor\.Engine\.(State|Detectors|Floor|Decoding)")]
    [InlineData(@"CasinoFloor\.Eventhouse\.(Embedded|Remote|Rows|Ingestion|QueryFiles)", @"CasinoFloor\.Eventhouse\.RestApi")]
    [InlineData(@"CasinoFloor\.Eventhouse\.(Embedded|Remote|Rows|Ingestion|QueryFiles|Layouts|Provisioning)", @"Microsoft\.AspNetCore")]
    [InlineData(@"CasinoFloor\.Eventhouse\.Remote", @"CasinoFloor\.Eventhouse\.Embedded")]
    [InlineData(@"CasinoFloor\.Eventhouse\.Embedded", @"CasinoFloor\.Eventhouse\.Remote")]
    [InlineData(@"CasinoFloor\.Eventhouse\.(Rows|Ingestion)", @"CasinoFloor\.Eventhouse\.(Embedded|Remote|QueryFiles|Layouts|Provisioning)")]
    [InlineData(@"CasinoFloor\.Eventhouse\.RestApi", @"CasinoFloor\.(Eventhouse\.(Embedded|Remote)|Engine\.Events)")]
    [InlineData(@"CasinoFloor\.Web\.Sources", @"CasinoFloor\.Engine\.(State|Detectors|Floor|Windows)")]
    [InlineData(@"CasinoFloor\.Web\.Sources", @"CasinoFloor\.(Eventhouse|Kql)")]
    [InlineData(@"CasinoFloor\.Web\.Sources", @"CasinoFloor\.Web\.(Pipeline|Live|Components|Commands|Hosting)")]
    [InlineData(@"CasinoFloor\.Web\.Live", @"CasinoFloor\.(Eventhouse|Kql)")]
    [InlineData(@"CasinoFloor\.Web\.Live", @"CasinoFloor\.Web\.(Sources|Pipeline|Hubs|Components|Commands|Hosting)")]
    [InlineData(@"CasinoFloor\.Web\.Calendar", @"CasinoFloor\.(Eventhouse|Kql|Web\.(Sources|Pipeline|Live|Hubs|Components|Commands|Hosting))")]
    [InlineData(@"CasinoFloor\.Web\.Hubs", @"CasinoFloor\.(Eventhouse|Kql)")]
    [InlineData(@"CasinoFloor\.Web\.Hubs", @"CasinoFloor\.Web\.(Sources|Pipeline|Components|Commands|Hosting)")]
    [InlineData(@"CasinoFloor\.Web\.Pipeline", @"CasinoFloor\.Web\.(Sources|Live|Components|Commands|Hosting)")]
    [InlineData(@"CasinoFloor\.Web\.Components", @"CasinoFloor\.Web\.(Sources|Pipeline|Commands|Hosting)")]
    [InlineData(@"CasinoFloor\.Web\.KeyFigures", @"CasinoFloor\.Web\.(Sources|Pipeline|Hubs|Explore|Components|Commands|Hosting)")]
    [InlineData(@"CasinoFloor\.Web\.KeyFigures", @"CasinoFloor\.Eventhouse\.(Embedded|Remote|Rows|Ingestion)")]
    [InlineData(@"CasinoFloor\.Web\.Live", @"CasinoFloor\.Web\.KeyFigures")]
    [InlineData(@"CasinoFloor\.Web\.Layouts", @"CasinoFloor\.Web\.(Sources|Live|Pipeline|Components|Commands|Hosting)")]
    [InlineData(@"CasinoFloor\.Web\.Layouts", @"CasinoFloor\.Eventhouse\.(Embedded|Remote|Rows|Ingestion)")]
    [InlineData(@"CasinoFloor\.Web\.Pipeline", @"CasinoFloor\.Web\.Layouts")]
    [InlineData(@"CasinoFloor\.Web\.Live", @"CasinoFloor\.Web\.Layouts")]
    [InlineData(@"CasinoFloor\.Web\.Explore", @"CasinoFloor\.Web\.(Sources|Live|Pipeline|Components|Commands|Hosting)")]
    [InlineData(@"CasinoFloor\.Web\.Explore", @"CasinoFloor\.Eventhouse\.(Embedded|Remote|Rows|Ingestion)")]
    [InlineData(@"CasinoFloor\.Web\.Components", @"CasinoFloor\.Eventhouse\.(Embedded|Remote|Rows|Ingestion)")]
    [InlineData(@"CasinoFloor\.Web\.Machines", @"CasinoFloor\.Web\.(Sources|Pipeline|Hubs|Layouts|KeyFigures|Explore|Components|Commands|Hosting)")]
    [InlineData(@"CasinoFloor\.Web\.Machines", @"CasinoFloor\.Eventhouse\.(Embedded|Remote|Rows|Ingestion)")]
    [InlineData(@"CasinoFloor\.Web\.Training", @"CasinoFloor\.Web\.(Sources|Pipeline|Live|Components|Commands|Hosting)")]
    [InlineData(@"CasinoFloor\.Web\.Training", @"CasinoFloor\.(Engine|Eventhouse\.(?!RestApi)|Kql)")]
    [InlineData(@"CasinoFloor\.Engine\.Layouts", @"CasinoFloor\.Engine\.(Events|Decoding|Windows|State|Detectors|Floor)")]
    [InlineData(@"CasinoFloor\.Eventhouse\.Layouts", @"CasinoFloor\.Eventhouse\.(Embedded|Remote|Ingestion|RestApi|Rows|Provisioning)")]
    [InlineData(@"CasinoFloor\.Engine\.Drawing", @"CasinoFloor\.Engine\.(Events|Decoding|Windows|State|Detectors|Floor)")]
    [InlineData(@"CasinoFloor\.Engine\.Events", @"CasinoFloor\.Engine\.(Decoding|Windows|State|Detectors|Floor)")]
    [InlineData(@"CasinoFloor\.Engine\.Decoding", @"CasinoFloor\.Engine\.(Windows|State|Detectors|Floor)")]
    public void Namespace_Never_DependsOn(string from, string to)
    {
        IArchRule rule = Types().That().ResideInNamespaceMatching($"^{from}(\\.|$)")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching($"^{to}(\\.|$)"))
            .WithoutRequiringPositiveResults();

        var violations = rule.Evaluate(Loaded.Value).Where(result => !result.Passed).Select(result => result.Description);

        Assert.Empty(violations);
    }

    private static void AssertReferences(Assembly assembly, params string[] allowed)
    {
        var others = assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal) && name is not ("netstandard" or "mscorlib" or "Microsoft.CSharp"))
            .Where(name => !allowed.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));

        Assert.Empty(others);
    }
}
