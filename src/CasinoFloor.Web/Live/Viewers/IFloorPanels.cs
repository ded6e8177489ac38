namespace CasinoFloor.Web.Live.Viewers;

/// <summary>Writes what stands beside the map, once for all viewers: key figures, jackpots, what needs attention.</summary>
public interface IFloorPanels
{
    /// <summary>The panels at a picture, or those of shortly before; the same object until they were written anew.</summary>
    /// <param name="picture">The newest picture.</param>
    /// <param name="window">Code of the window of the key figures, as the viewer gave it; one that is not known stands for the shortest.</param>
    IPanelSheet Of(FloorPicture picture, string window);
}

/// <summary>The panels at one moment, for one window of the key figures. Immutable; shared by all viewers.</summary>
public interface IPanelSheet
{
    /// <summary>The message that leads from older panels to these, UTF-8 JSON, shared and never to be written to; null where they do not differ.</summary>
    /// <param name="shown">What the viewer shows; null for nothing.</param>
    byte[]? Since(IPanelSheet? shown);
}
