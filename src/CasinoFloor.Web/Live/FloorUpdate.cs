namespace CasinoFloor.Web.Live;

/// <summary>What one viewer needs to see the newest picture.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="NewLayout">To be applied before the frame; null when the viewer has it.</param>
/// <param name="Frame">Leads from what the viewer shows to the picture.</param>
public sealed record FloorUpdate(FloorPicture Picture, FloorLayout? NewLayout, FloorFrame Frame);
