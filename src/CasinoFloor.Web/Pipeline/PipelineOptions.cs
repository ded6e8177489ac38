using CasinoFloor.Engine.Settings;

namespace CasinoFloor.Web.Pipeline;

/// <summary>Settings of the pipeline, section <c>Pipeline</c>.</summary>
public sealed class PipelineOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Pipeline";

    /// <summary>How many batches may be under way at once: what bounds the memory. 8 to 4,096.</summary>
    public int MaxBatches { get; set; } = 64;

    /// <summary>Tasks that decode in parallel, 1 to 64; 0 is one for every two cores.</summary>
    public int DecodeTasks { get; set; }

    /// <summary>Rows after which a write to the Eventhouse begins. 1 to 200,000.</summary>
    public int WriteRows { get; set; } = 82_000;

    /// <summary>The longest that a row waits for company before it is written. 10 ms to 1 min.</summary>
    public TimeSpan WriteAge { get; set; } = TimeSpan.FromMilliseconds(400);

    /// <summary>How often the clock moves, windows close and viewers get a frame. 20 ms to 5 s.</summary>
    public TimeSpan Tick { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How far back the state is rebuilt from stored events at a start. 1 min to 24 h.</summary>
    public TimeSpan Recovery { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>How long a stop waits for what is under way to be stored. 1 s to 5 min.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How often rows past the Eventhouse's age or size are deleted. 10 s to 24 h.</summary>
    public TimeSpan RetentionInterval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Everything that is wrong with the settings, each line naming its setting; empty when all is well.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new OptionErrors(Section);
        errors.Within(nameof(MaxBatches), MaxBatches, 8, 4096);
        errors.Require(DecodeTasks is >= 0 and <= 64, nameof(DecodeTasks), $"is {DecodeTasks}; it must be from 0 (automatic) to 64.");
        errors.Within(nameof(WriteRows), WriteRows, 1, 200_000);
        errors.Within(nameof(WriteAge), WriteAge, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(1));
        errors.Within(nameof(Tick), Tick, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(5));
        errors.Within(nameof(Recovery), Recovery, TimeSpan.FromMinutes(1), TimeSpan.FromHours(24));
        errors.Within(nameof(RetentionInterval), RetentionInterval, TimeSpan.FromSeconds(10), TimeSpan.FromHours(24));
        errors.Within(nameof(StopTimeout), StopTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        return errors.All;
    }
}
