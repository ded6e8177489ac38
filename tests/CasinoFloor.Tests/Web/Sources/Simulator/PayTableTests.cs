using CasinoFloor.Web.Sources.Simulator;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Simulator;

public sealed class PayTableTests
{
    private const int Games = 300_000;

    [Theory]
    [InlineData("Penny")]
    [InlineData("Video Poker")]
    [InlineData("High Limit")]
    [InlineData("North")]
    public void Draw_ManyGames_HoldConvergesToTheTheoreticalOne(string section)
    {
        var game = FloorPlan.Create(1_200, 1).Machines.First(machine => machine.Location.FloorSection == section).Game;
        var random = new Random(42);
        double won = 0;
        for (var i = 0; i < Games; i++)
        {
            won += game.PayTable.Draw(random.NextDouble());
        }

        // Four standard errors of the mean: wrong once in 16,000 seeds, and the seed is fixed.
        var bound = 4 * Math.Sqrt(game.PayTable.Variance() / Games);
        Assert.InRange(1 - (won / Games), game.PayTable.TheoreticalHold - bound, game.PayTable.TheoreticalHold + bound);
        Assert.InRange(bound, 0.001, 0.2);
    }

    [Fact]
    public void Advance_WholeFloor_HoldIsThatOfTheGames()
    {
        var plan = FloorPlan.Create(300, 1).Machines.ToDictionary(machine => machine.Location.MachineId);
        var variance = 0.0;
        decimal wagered = 0, paid = 0, expected = 0;
        var options = RecordingWriter.Clean(300);
        options.GamesPerMinute = 60;
        foreach (var message in RecordingWriter.Run(options, TimeSpan.FromMinutes(30)).Messages.Where(message => message.Key.StartsWith("SLOT", StringComparison.Ordinal)))
        {
            var wager = message.Amount("wager_amount");
            var table = plan[message.Key].Game.PayTable;
            wagered += wager;
            paid += message.Amount("payout_amount");
            expected += wager * (1 - (decimal)table.TheoreticalHold);
            variance += (double)(wager * wager) * table.Variance();
        }

        Assert.True(wagered > 100_000);
        Assert.InRange((double)(paid - expected), -4 * Math.Sqrt(variance), 4 * Math.Sqrt(variance));
    }

    [Fact]
    public void Create_SharesThatDoNotAddUp_Throws() =>
        Assert.Throws<ArgumentException>(() => PayTable.Create(0.1, [(1, 0.5), (2, 0.4)]));

    [Fact]
    public void ChanceOf_Multiple_IsTheSumOfTheLargerWins()
    {
        var table = PayTable.Create(0.1, [(1, 0.5), (10, 0.5)]);
        Assert.Equal(0.045, table.ChanceOf(5), 6);
        Assert.Equal(0.495, table.HitFrequency, 6);
    }
}
