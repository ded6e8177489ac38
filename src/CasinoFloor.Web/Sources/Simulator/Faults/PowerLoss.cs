namespace CasinoFloor.Web.Sources.Simulator.Faults;

/// <summary>A loss of power that is under way.</summary>
internal sealed class PowerLoss
{
    /// <summary>The machines, in the order in which they go off and on.</summary>
    public int[] Machines { get; set; } = [];

    /// <summary>The machine whose turn it is.</summary>
    public int Next { get; set; }

    /// <summary>Whether the power is coming back.</summary>
    public bool IsReturning { get; set; }

    /// <summary>When it comes back, simulated ticks.</summary>
    public long Returns { get; set; }
}
