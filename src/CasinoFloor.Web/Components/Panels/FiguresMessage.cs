using CasinoFloor.Web.Components.KeyFigures;

namespace CasinoFloor.Web.Components.Panels;

/// <summary>What changes in the strip of key figures.</summary>
/// <param name="Caption">What they are compared with.</param>
/// <param name="Tiles">The figures in their order; null for one that stays as it is.</param>
internal sealed record FiguresMessage(string Caption, IReadOnlyList<TileMessage?> Tiles)
{
    /// <summary>What leads from one view to another.</summary>
    public static FiguresMessage Between(KpiView? shown, KpiView now) => new(
        now.Caption,
        [.. now.Tiles.Select((tile, i) => shown?.Tiles[i] == tile ? null : TileMessage.Between(shown?.Tiles[i], tile))]);
}

/// <summary>A key figure as it is shown; see <see cref="KpiTile"/>.</summary>
internal sealed record TileMessage(string Value, string Of, string Against, string? Far, bool IsOpen, string Hint, string Address)
{
    /// <summary>Its course; null where it stays as it is: it changes once a minute and is longer than all else.</summary>
    public string? Spark { get; init; }

    /// <summary>What leads from one tile to another.</summary>
    public static TileMessage Between(KpiTile? shown, KpiTile now) => new(now.Value, now.Of, now.Against, now.Far, now.IsOpen, now.Hint, now.Address)
    {
        Spark = shown is not null && shown.Spark.Equals(now.Spark) ? null : now.Spark.Value ?? "",
    };
}
