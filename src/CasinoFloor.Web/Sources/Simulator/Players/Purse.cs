using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator.Machines;

namespace CasinoFloor.Web.Sources.Simulator.Players;

/// <summary>How players put their money in: the voucher they brought, bills, or a voucher from the cage.</summary>
internal sealed class Purse(SlotMessages messages)
{
    private const int LargestInBills = 300;
    private static readonly int[] Bills = [100, 50, 20, 10, 5, 1];

    /// <summary>Puts something in; false when the player has nothing that the machine would take.</summary>
    public bool Fund(SlotMachine machine, long at)
    {
        var random = machine.Random;
        if (machine.Voucher.Units > 0)
        {
            Insert(machine, machine.Voucher, at);
            machine.Voucher = default;
            return true;
        }

        var pocket = machine.Bankroll.Units / Money.Scale;
        var wanted = Math.Min(pocket, Math.Max(1, machine.Wager.Units * random.Between(15, 60) / Money.Scale));
        if (wanted < 1)
        {
            return false;
        }

        // Larger sums are changed at the cage first, and some come with the odd cents of an earlier visit.
        if (wanted > LargestInBills || (wanted >= 20 && random.Chance(0.15)))
        {
            var amount = new Money(wanted * Money.Scale - (random.Next(100) * (Money.Scale / 100)));
            machine.Bankroll -= amount;
            Insert(machine, amount, at);
            return true;
        }

        var bill = new Money(BillFor(wanted, pocket) * Money.Scale);
        machine.Bankroll -= bill;
        machine.Ledger.TakeBill(bill);
        messages.Bill(machine, bill, at);
        return true;
    }

    // The next larger bill, if there is one in the pocket: people put in a twenty, not twelve ones.
    private static long BillFor(long wanted, long pocket)
    {
        var bill = 1;
        foreach (var larger in Bills)
        {
            if (larger > pocket)
            {
                continue;
            }

            if (larger < wanted)
            {
                return bill >= wanted ? bill : larger;
            }

            bill = larger;
        }

        return bill;
    }

    private void Insert(SlotMachine machine, Money ticket, long at)
    {
        machine.Ledger.TakeTicket(ticket);
        messages.Ticket(machine, "TICKET_IN"u8, ticket, at);
    }
}
