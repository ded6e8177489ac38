using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Kql;
using CasinoFloor.Tests.Web.Components;
using CasinoFloor.Web.KeyFigures;

namespace CasinoFloor.Tests.Web.KeyFigures;

/// <summary>A history in which the same was played in every minute.</summary>
internal sealed class MinuteHistory : IHistory
{
    /// <summary>What was asked for, oldest first.</summary>
    public List<(DateTime From, DateTime To)> Asked { get; } = [];

    /// <summary>Nothing is stored before it.</summary>
    public DateTime Since { get; set; }

    /// <summary>What goes wrong; null for nothing.</summary>
    public string? Failure { get; set; }

    public QuestionCatalog Questions => throw new NotSupportedException();

    public KqlCatalog Catalog => throw new NotSupportedException();

    public Task<KqlResult> AskAsync(string question, IReadOnlyDictionary<string, object?> parameters, CancellationToken cancellationToken)
    {
        Assert.Equal(MinuteReader.Question, question);
        if (Failure is { } failure)
            throw new EventhouseException(failure);

        var (from, to) = ((DateTime)parameters["start_time"]!, (DateTime)parameters["end_time"]!);
        Asked.Add((from, to));
        var rows = new List<object?[]>();
        for (var at = from; at < to; at = at.AddMinutes(1))
        {
            if (at >= Since)
                rows.Add([at, 5L, 100.0, 90.0, 8.0, 100.0, 0L, 10L]);
        }

        return Task.FromResult(new KqlResult([Tables.Of("moment:datetime, games:long, coin_in:real, coin_out:real, theoretical_win:real, rated_coin_in:real, jackpots:long, machines:long", [.. rows])], null, null));
    }

    public Task<KqlResult> QueryAsync(KqlQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public KqlAnalysis Analyze(KqlQuery query) => throw new NotSupportedException();
}
