using CasinoFloor.Engine.Drawing;
using CasinoFloor.Engine.Layouts;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Layouts;

/// <summary>The saved layouts of the floor, in any Eventhouse: written with commands, read with the questions of <c>kql/layout</c>.</summary>
/// <param name="eventhouse">The Eventhouse, open.</param>
/// <param name="history">Its questions.</param>
public sealed class StoredLayouts(IEventhouse eventhouse, IHistory history)
{
    /// <summary>All versions, newest first; of those that two processes saved at once with one number, the later first.</summary>
    /// <exception cref="EventhouseException">They cannot be read.</exception>
    public async Task<IReadOnlyList<LayoutVersion>> VersionsAsync(CancellationToken cancellationToken)
    {
        var table = await AskAsync("layout/layout_versions", [], cancellationToken);
        return [.. table.Rows.Select(Version)];
    }

    /// <summary>A version with its places.</summary>
    /// <exception cref="EventhouseException">It cannot be read.</exception>
    public async Task<SavedLayout> LoadAsync(LayoutVersion version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(version);
        var table = await AskAsync("layout/layout_places", new() { ["layout"] = version.Id }, cancellationToken);
        return new SavedLayout(version, [.. table.Rows.Select(Place)]);
    }

    /// <summary>
    /// Adds a version. When it returns, the layout is durable. When it throws, it may be all the same: an answer of a remote Eventhouse can be lost on its way; <see cref="VersionsAsync"/> tells.
    /// </summary>
    /// <exception cref="EventhouseException">It cannot be stored; the message says why.</exception>
    public async Task AddAsync(SavedLayout layout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(layout);
        foreach (var command in LayoutCommands.Add(layout))
        {
            if ((await eventhouse.CommandAsync(command, cancellationToken)).Error is { } error)
            {
                throw new EventhouseException($"The layout cannot be stored: {error.Message}");
            }
        }
    }

    private async Task<KqlResultTable> AskAsync(string question, Dictionary<string, object?> parameters, CancellationToken cancellationToken)
    {
        var result = await history.AskAsync(question, parameters, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return result.Error is null ? result.Table : throw new EventhouseException($"The layouts cannot be read: {result.Error.Message}");
    }

    private static LayoutVersion Version(object?[] row) => new()
    {
        Number = (long)row[0]!,
        EffectiveAt = (DateTime)row[1]!,
        SavedAt = (DateTime)row[2]!,
        Name = (string)row[3]!,
        SavedBy = (string)row[4]!,
        Comment = (string)row[5]!,
        Background = row is [_, _, _, _, _, _, string { Length: > 0 } file, double x, double y, double width, ..] ? new LayoutBackground(file, x, y, width) : null,
        Id = (string)row[10]!,
    };

    private static LayoutPlace Place(object?[] row) => new(
        (string)row[0]!, (string)row[1]!, (string)row[2]!, row is [_, _, _, double x, double y] ? new FloorPoint(x, y) : null);
}
