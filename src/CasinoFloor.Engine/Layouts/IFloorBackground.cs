namespace CasinoFloor.Engine.Layouts;

/// <summary>Knows the picture under the floor.</summary>
public interface IFloorBackground
{
    /// <summary>That of the layout that holds; null for none.</summary>
    LayoutBackground? Background { get; }
}
