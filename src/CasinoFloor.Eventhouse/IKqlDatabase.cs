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

    /// <summary>Runs a management command, such as <c>.show tables</c>; when the answer is there, what it changed is durable.</summary>
    /// <exception cref="EventhouseException">The database cannot be read or written.</exception>
    Task<KqlResult> CommandAsync(string text, CancellationToken cancellationToken);

    /// <summary>Puts rows into a table, all or none; when the answer is there they are durable.</summary>
    /// <returns>How many, or why none.</returns>
    /// <exception cref="EventhouseException">The database cannot be written.</exception>
    Task<(long Rows, string? Error)> LoadAsync(LoadRequest request, CancellationToken cancellationToken);
}
