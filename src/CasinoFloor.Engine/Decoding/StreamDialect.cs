namespace CasinoFloor.Engine.Decoding;

/// <summary>One stream of a dialect, compiled: everything is found by number.</summary>
internal sealed class StreamDialect
{
    /// <summary>The feed's field names; a name's index is its source number.</summary>
    public required Utf8NameTable Sources { get; init; }

    /// <summary>Sources of the event type, best first.</summary>
    public required int[] TypeSources { get; init; }

    /// <summary>Sources of the event time, best first.</summary>
    public required int[] TimeSources { get; init; }

    /// <summary>The event types known: all of the slot stream; on the others those with an alias or a rule of their own.</summary>
    public required Utf8NameTable Types { get; init; }

    /// <summary>What they are, in the order of <see cref="Types"/>.</summary>
    public required EventTypeEntry[] Entries { get; init; }

    /// <summary>What holds for every type that has no rules of its own.</summary>
    public required EventTypeEntry Unlisted { get; init; }

    /// <summary>What the field names mean on such a type.</summary>
    public FieldPlan Plan => Unlisted.Plan;

    /// <summary>The best source of a list that a message gives; -1 when it gives none.</summary>
    public static int Best(int[] sources, ulong given)
    {
        foreach (var source in sources)
        {
            if ((given & (1UL << source)) != 0)
            {
                return source;
            }
        }

        return -1;
    }
}
