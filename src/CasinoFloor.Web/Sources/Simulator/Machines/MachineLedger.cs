using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator.Games;

namespace CasinoFloor.Web.Sources.Simulator.Machines;

/// <summary>
/// A machine's money, exact: the credit on it and its lifetime meters. At every moment
/// <c>bills in + tickets in + coin-out - hand pays - coin-in - tickets out = credit</c>.
/// </summary>
internal struct MachineLedger
{
    private const long Cent = Money.Scale / 100;

    /// <summary>What is on the machine.</summary>
    public Money Credits { get; private set; }

    /// <summary>Wagered.</summary>
    public Money CoinIn { get; private set; }

    /// <summary>Won, hand pays included.</summary>
    public Money CoinOut { get; private set; }

    /// <summary>The part of <see cref="CoinOut"/> that was paid by hand.</summary>
    public Money HandPaid { get; private set; }

    /// <summary>Bills taken.</summary>
    public Money BillsIn { get; private set; }

    /// <summary>Vouchers taken.</summary>
    public Money TicketsIn { get; private set; }

    /// <summary>Vouchers printed.</summary>
    public Money TicketsOut { get; private set; }

    /// <summary>Games played.</summary>
    public long GamesPlayed { get; private set; }

    /// <summary>Gives the machine a past without credit: some years of play at its par sheet's hold.</summary>
    public void Age(SlotGame game, SimulatorRandom random)
    {
        GamesPlayed = random.Between(20_000, 900_000);
        var wagered = GamesPlayed * game.Denomination.Units * game.Credits[^1];
        Balance(new Money(wagered), new Money((long)(wagered / Cent * (1 - game.ParSheet.TheoreticalHold)) * Cent));
    }

    /// <summary>
    /// Goes on where coin-in and coin-out stood, instead of where <see cref="Age"/> has put them. The other meters are not known any more (no Eventhouse keeps
    /// them): they are what years of such play bring.
    /// </summary>
    public void Continue(Money coinIn, Money coinOut)
    {
        GamesPlayed = (long)((Int128)GamesPlayed * coinIn.Units / CoinIn.Units);
        Balance(coinIn, coinOut);
    }

    /// <summary>A game and what it pays to the credit.</summary>
    public void Play(Money wager, Money payout)
    {
        GamesPlayed++;
        Credits = Credits - wager + payout;
        CoinIn += wager;
        CoinOut += payout;
    }

    /// <summary>A win that is paid by hand, not to the credit.</summary>
    public void PayByHand(Money amount)
    {
        CoinOut += amount;
        HandPaid += amount;
    }

    /// <summary>A bill.</summary>
    public void TakeBill(Money amount)
    {
        BillsIn += amount;
        Credits += amount;
    }

    /// <summary>A voucher.</summary>
    public void TakeTicket(Money amount)
    {
        TicketsIn += amount;
        Credits += amount;
    }

    /// <summary>All credit leaves as a voucher; returns its amount.</summary>
    public Money PrintTicket()
    {
        var amount = Credits;
        TicketsOut += amount;
        Credits = default;
        return amount;
    }

    private void Balance(Money coinIn, Money coinOut)
    {
        (CoinIn, CoinOut) = (coinIn, coinOut);
        HandPaid = new Money(coinOut.Units / Money.Scale / 20 * Money.Scale);
        BillsIn = new Money(coinIn.Units / Money.Scale / 4 * Money.Scale);
        TicketsIn = new Money(coinIn.Units / Cent / 6 * Cent);
        var left = BillsIn + TicketsIn + coinOut - HandPaid - coinIn;

        // A machine that has won more than bills and these vouchers brought was given the rest in vouchers, too.
        TicketsOut = new Money(Math.Max(0, left.Units));
        TicketsIn += TicketsOut - left;
    }
}
