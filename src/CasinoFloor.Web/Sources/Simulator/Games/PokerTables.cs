namespace CasinoFloor.Web.Sources.Simulator.Games;

/// <summary>
/// Jacks or better, by counting: how often each hand ends a game that is played well, of all deals and draws of a deck of 52.
/// The pay tables are named after what a full house and a flush pay; the plan of play is the one for nine and six in all of them.
/// </summary>
internal static class PokerTables
{
    private const long Cycle = 19_933_230_517_200;

    /// <summary>Nine-six (hold 0.46 %), nine-five, eight-five, seven-five and six-five (5.0 %).</summary>
    public static IReadOnlyList<ParSheet> JacksOrBetter { get; } = [Table(9, 6), Table(9, 5), Table(8, 5), Table(7, 5), Table(6, 5)];

    // Most frequent first: a draw looks at the lines in this order.
    private static ParSheet Table(int fullHouse, int flush) => ParSheet.OfCounts(
        Cycle,
        new PayLine(1, 4_277_372_890_968),
        new PayLine(2, 2_576_946_164_148),
        new PayLine(3, 1_484_003_070_324),
        new PayLine(fullHouse, 229_475_482_596),
        new PayLine(4, 223_837_565_784),
        new PayLine(flush, 219_554_786_160),
        new PayLine(25, 47_093_167_764),
        new PayLine(50, 2_178_883_296),
        new PayLine(800, 493_512_264));
}
