using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse;

/// <summary>A KQL database that can be served to other programs: what is wrong with a request is in its answer, never thrown.</summary>
public interface IKqlDatabase
{
    /// <summary>Its name in requests.</summary>
    string Name { get; }

    /// <summary>Whether it can answer yet: false while it is being opened.</summary>
    bool IsOpen { get; }

    /// <summary>Answers a query.</summary>
    /// <exception cref="EventhouseException">The database cannot be read.</exception>
    Task<KqlResult> QueryAsync(KqlQuery query, CancellationToken cancellationToken);
}
