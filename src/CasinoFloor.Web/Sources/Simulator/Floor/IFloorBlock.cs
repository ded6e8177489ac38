namespace CasinoFloor.Web.Sources.Simulator.Floor;

/// <summary>Something of the floor plan that takes a rectangle of the floor and can be made wider or higher. All lengths in metres.</summary>
internal interface IFloorBlock
{
    /// <summary>Which row of blocks it belongs to, from the top of the plan.</summary>
    int Row { get; }

    /// <summary>Floor area that it needs, square metres.</summary>
    double Area { get; }

    /// <summary>Its width when it may be as high as <paramref name="height"/>.</summary>
    double WidthAt(double height);

    /// <summary>How high it then really is.</summary>
    double HeightAt(double height);
}

/// <summary>A block at its place.</summary>
/// <param name="Block">The block.</param>
/// <param name="Left">Its left edge, metres.</param>
/// <param name="Top">Its upper edge, metres.</param>
/// <param name="Height">The height that it may have, metres: that of its row.</param>
internal readonly record struct PlacedBlock(IFloorBlock Block, double Left, double Top, double Height)
{
    /// <summary>Its width, metres.</summary>
    public double Width => Block.WidthAt(Height);
}
