using System.Text.Json;
using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator;
using CasinoFloor.Web.Sources.Simulator.Floor;
using CasinoFloor.Web.Sources.Simulator.Output;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Simulator.Machines;

/// <summary>A simulated day, followed to the cent by somebody who sees only the events.</summary>
public sealed class ReconciliationTests
{
    [Fact]
    public void Advance_AWholeDay_MetersEqualTheEventsOfEveryMachine()
    {
        var options = RecordingWriter.Clean(48);
        options.PowerLossesPerDay = 24;
        var books = new Books();
        new FloorSimulation(options, FloorPlan.Create(options), RecordingWriter.Start).Advance(RecordingWriter.Start.AddDays(1), books);

        Assert.Equal(48, books.Machines.Count);
        Assert.All(books.Machines.Values, machine => Assert.True(machine.Compared > 60, "too few meters"));
        Assert.True(books.Spins > 100_000);
        Assert.True(books.HandPays > 10);
    }

    private sealed class Books : ISimulatedEventWriter
    {
        public Dictionary<string, Book> Machines { get; } = [];

        public int Spins { get; private set; }

        public int HandPays { get; private set; }

        public bool HasRoom => true;

        public void Write(in SimulatedMessage message)
        {
            if (message.Stream != EventStream.Slot)
            {
                return;
            }

            using var json = JsonDocument.Parse(message.Body.ToArray());
            var root = json.RootElement;
            var id = root.GetProperty("machine_id").GetString()!;
            if (!Machines.TryGetValue(id, out var book))
            {
                Machines[id] = book = new Book(id);
            }

            var type = root.GetProperty("event_type").GetString()!;
            Spins += type == "SPIN" ? 1 : 0;
            HandPays += book.Enter(type, root) ? 1 : 0;
        }
    }

    private sealed class Book(string id)
    {
        private decimal[]? _meters;
        private decimal[] _sums = new decimal[7];
        private bool _pending;

        public int Compared { get; private set; }

        /// <summary>True for a hand pay that was not told before.</summary>
        public bool Enter(string type, JsonElement e)
        {
            switch (type)
            {
                case "SPIN":
                    Assert.False(_pending, $"{id} was played while it waited for a hand pay");
                    _sums[0] += Amount(e, "wager_amount");
                    _sums[1] += Amount(e, "payout_amount");
                    _sums[6]++;
                    break;
                case "JACKPOT" when !_pending:
                    _pending = true;
                    _sums[1] += Amount(e, "payout_amount");
                    _sums[2] += Amount(e, "payout_amount");
                    return true;
                case "JACKPOT_RESET":
                    _pending = false;
                    break;
                case "BILL_IN":
                    _sums[3] += Amount(e, "bill_amount");
                    break;
                case "TICKET_IN":
                    _sums[4] += Amount(e, "ticket_amount");
                    break;
                case "TICKET_OUT":
                    _sums[5] += Amount(e, "ticket_amount");
                    break;
                case "METER_UPDATE":
                    Compare(e);
                    break;
            }

            return false;
        }

        private void Compare(JsonElement e)
        {
            decimal[] meters =
            [
                Amount(e, "meter_coin_in"), Amount(e, "meter_coin_out"), Amount(e, "meter_hand_paid"), Amount(e, "meter_bills_in"),
                Amount(e, "meter_tickets_in"), Amount(e, "meter_tickets_out"), Amount(e, "games_played"),
            ];
            Assert.Equal(meters[3] + meters[4] + meters[1] - meters[2] - meters[0] - meters[5], Amount(e, "credit_balance"));
            Assert.True(Amount(e, "credit_balance") >= 0);
            if (_meters is { } before)
            {
                Assert.Equal(_sums, meters.Zip(before, (now, then) => now - then));
                Compared++;
            }

            _meters = meters;
            _sums = new decimal[7];
        }

        private static decimal Amount(JsonElement e, string field) => e.GetProperty(field).GetDecimal();
    }
}
