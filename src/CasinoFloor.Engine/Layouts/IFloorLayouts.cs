using System.Diagnostics.CodeAnalysis;

namespace CasinoFloor.Engine.Layouts;

/// <summary>Gives the pipeline the layout that is to hold.</summary>
public interface IFloorLayouts
{
    /// <summary>Reads the layout that holds at a start; null where none does, or where it cannot be read yet (it then comes by <see cref="TryTake"/>).</summary>
    Task<SavedLayout?> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Takes a layout that came to hold since the last call, once; the newest only.</summary>
    bool TryTake([NotNullWhen(true)] out SavedLayout? layout);
}
