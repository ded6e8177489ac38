using CasinoFloor.Engine.Events;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Simulator.Players;

public sealed class HandPayTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void Advance_HandPay_LocksAndIsToldEvery15SecondsUntilItsReset(double speed)
    {
        var options = RecordingWriter.Clean(1_000);
        options.Speed = speed;
        var last = new Dictionary<string, RecordedMessage>();
        var visits = new HashSet<string>();
        var (resets, repeats) = (0, 0);
        foreach (var message in RecordingWriter.Run(options, TimeSpan.FromMinutes(speed > 1 ? 4 : 40)).Messages.Where(message => message.Stream == EventStream.Slot))
        {
            switch (message.Type)
            {
                case "SPIN":
                    Assert.DoesNotContain(message.Key, last);
                    Assert.True(message.Amount("payout_amount") < 1_200);
                    break;
                case "JACKPOT":
                    Assert.True(message.Amount("payout_amount") >= 1_200);
                    if (last.TryGetValue(message.Key, out var before))
                    {
                        Assert.Equal(before.Amount("payout_amount"), message.Amount("payout_amount"));
                        Assert.InRange((message.Time - before.Time).TotalSeconds, 0, 31);
                        repeats++;
                    }

                    last[message.Key] = message;
                    break;
                case "EMPLOYEE_CARD_IN" when last.ContainsKey(message.Key):
                    visits.Add(message.Key);
                    break;
                case "JACKPOT_RESET":
                    Assert.Contains(message.Key, visits);
                    Assert.InRange((message.Time - last[message.Key].Time).TotalSeconds, 0, 31);
                    last.Remove(message.Key);
                    visits.Remove(message.Key);
                    resets++;
                    break;
            }
        }

        Assert.True(resets > 10);

        // On a floor that runs 20 times as fast few wait for 15 s of the clock.
        Assert.True(repeats > (speed > 1 ? 0 : resets / 2));
    }

    [Fact]
    public void Advance_HandPays_TakeMinutes()
    {
        var began = new Dictionary<string, DateTime>();
        var waits = new List<double>();
        foreach (var message in RecordingWriter.Run(RecordingWriter.Clean(2_000), TimeSpan.FromHours(1), only: "\"JACKPOT").Messages.Where(message => message.Stream == EventStream.Slot))
        {
            if (message.Type == "JACKPOT")
            {
                began.TryAdd(message.Key, message.Time);
            }
            else if (message.Type == "JACKPOT_RESET" && began.Remove(message.Key, out var at))
            {
                waits.Add((message.Time - at).TotalMinutes);
            }
        }

        waits.Sort();
        Assert.InRange(waits[waits.Count / 2], 1.5, 6);
        Assert.All(waits, wait => Assert.InRange(wait, 1, 30));
    }
}
