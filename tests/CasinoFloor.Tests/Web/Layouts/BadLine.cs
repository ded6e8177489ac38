using System.Reflection;
using CasinoFloor.Eventhouse;
using CasinoFloor.Kql;

namespace CasinoFloor.Tests.Web.Layouts;

/// <summary>An Eventhouse behind a bad line: what it is told it does, but its answers may be lost.</summary>
public class BadLine : DispatchProxy
{
    private IEventhouse _house = null!;

    /// <summary>Answers to commands that begin so are lost.</summary>
    public string? Loses { get; set; }

    /// <summary>Whether a lost answer is waited for until the caller gives up; otherwise the line breaks.</summary>
    public bool Hangs { get; set; }

    /// <summary>Whether queries are not answered either.</summary>
    public bool IsDead { get; set; }

    /// <summary>The command was done, and its answer is waited for.</summary>
    public TaskCompletionSource Hanging { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal static IEventhouse To(IEventhouse house)
    {
        var line = Create<IEventhouse, BadLine>();
        ((BadLine)line)._house = house;
        return line;
    }

    /// <inheritdoc />
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => (targetMethod!.Name, args) switch
    {
        (nameof(IEventhouse.CommandAsync), [string text, CancellationToken token]) => CommandAsync(text, token),
        (nameof(IEventhouse.QueryAsync), _) when IsDead => Task.FromException<KqlResult>(new EventhouseException("The line is dead.")),
        _ => targetMethod.Invoke(_house, args),
    };

    private async Task<KqlResult> CommandAsync(string text, CancellationToken token)
    {
        var answer = await _house.CommandAsync(text, token);
        if (Loses is null || !text.StartsWith(Loses, StringComparison.Ordinal))
        {
            return answer;
        }

        if (Hangs)
        {
            Hanging.SetResult();
            await Task.Delay(Timeout.Infinite, token);
        }

        throw new EventhouseException("The line broke.");
    }
}
