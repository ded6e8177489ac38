using CasinoFloor.Kql;

namespace CasinoFloor.Benchmarks.Runs.Questions;

/// <summary>What questions are asked with: their defaults, up to a moment that is stored whole, and one busy machine.</summary>
/// <param name="Machine">A machine that plays.</param>
internal sealed record QuestionParameters(string Machine)
{
    // A row waits for company before it is written.
    private static readonly TimeSpan Behind = TimeSpan.FromSeconds(2);

    /// <summary>Values of a question's parameters; those not given keep their defaults.</summary>
    public Dictionary<string, object?> For(IReadOnlyList<KqlParameter> declared, DateTime now)
    {
        var until = now - Behind;
        until = until.AddTicks(-(until.Ticks % TimeSpan.TicksPerMillisecond));
        var values = new Dictionary<string, object?>
        {
            ["end_time"] = until,
            ["at"] = until.AddMinutes(-10),
            ["machine"] = Machine,
        };
        if (declared.Any(parameter => parameter is { Name: "start_time", Default: null }))
        {
            values["start_time"] = until.AddHours(-12);
        }

        var asked = declared.Where(parameter => values.ContainsKey(parameter.Name)).ToList();

        // Everywhere else an empty machine asks for all.
        return asked.Where(parameter => parameter is not { Name: "machine", Default: not null }).ToDictionary(parameter => parameter.Name, parameter => values[parameter.Name]);
    }
}
