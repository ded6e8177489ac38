using System.Reflection;

namespace CasinoFloor.EndToEnd;

/// <summary>How long a test may take: one that waits for a browser, a server or a package registry fails then, and the others still run.</summary>
public sealed class TestTime
{
    /// <summary>Milliseconds of any one test: several times what the slowest takes beside other work.</summary>
    public const int Limit = 4 * 60 * 1000;

    [Fact(Timeout = Limit)]
    public Task Tests_Everywhere_HaveALimit()
    {
        var unlimited = typeof(TestTime).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FactAttribute>() is { Timeout: <= 0 })
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Empty(unlimited);
        return Task.CompletedTask;
    }
}
