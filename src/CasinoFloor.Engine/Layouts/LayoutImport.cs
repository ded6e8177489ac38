using System.Globalization;

namespace CasinoFloor.Engine.Layouts;

/// <summary>What an imported file would change in a draft; nothing is changed yet.</summary>
public sealed record LayoutImport
{
    /// <summary>Machines that stand nowhere and get a place.</summary>
    public required IReadOnlyList<FileRow> Added { get; init; }

    /// <summary>Machines that go elsewhere.</summary>
    public required IReadOnlyList<FileRow> Moved { get; init; }

    /// <summary>Machines that stay but change their bank.</summary>
    public required IReadOnlyList<FileRow> Regrouped { get; init; }

    /// <summary>Machines that the file takes off the floor: their coordinates are empty.</summary>
    public required IReadOnlyList<FileRow> Removed { get; init; }

    /// <summary>Machines that the floor has never reported: a slip of the pen, or one that is yet to come.</summary>
    public required IReadOnlyList<FileRow> Unknown { get; init; }

    /// <summary>Indexes of machines on the floor that the file does not name.</summary>
    public required IReadOnlyList<int> Unnamed { get; init; }

    /// <summary>How many machines stand where the file has them already.</summary>
    public required int Unchanged { get; init; }

    /// <summary>What is worth a look, by line.</summary>
    public required IReadOnlyList<FileRemark> Remarks { get; init; }

    /// <summary>Compares a file with a draft.</summary>
    public static LayoutImport Of(LayoutDocument document, LayoutFile file)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(file);
        List<FileRow> added = [], moved = [], regrouped = [], removed = [], unknown = [];
        var remarks = new List<FileRemark>();
        var named = new HashSet<int>();
        var unchanged = 0;
        foreach (var row in file.Rows)
        {
            var index = document.IndexOf(row.Place.MachineId);
            if (index < 0)
            {
                unknown.Add(row);
                continue;
            }

            named.Add(index);
            var known = document.Places[index];
            if (row.Place.FloorSection.Length > 0 && known.FloorSection.Length > 0 && row.Place.FloorSection != known.FloorSection)
            {
                remarks.Add(new FileRemark(row.Line, $"machine '{known.MachineId}' is of section '{known.FloorSection}' by the floor's own report, not of '{row.Place.FloorSection}'; that stays."));
            }

            var after = After(known, row);
            switch (known.At, after.At)
            {
                case (null, not null): added.Add(row); break;
                case (not null, null): removed.Add(row); break;
                case var (was, isNow) when was != isNow: moved.Add(row); break;
                default:
                    if (known.Bank != after.Bank)
                        regrouped.Add(row);
                    else
                        unchanged++;
                    break;
            }
        }

        return new LayoutImport
        {
            Added = added,
            Moved = moved,
            Regrouped = regrouped,
            Removed = removed,
            Unknown = unknown,
            Unnamed = [.. document.Places.Index().Where(place => place.Item.At is not null && !named.Contains(place.Index)).Select(place => place.Index)],
            Unchanged = unchanged,
            Remarks = remarks,
        };
    }

    /// <summary>The step that applies it. Machines that are not known are added to the draft first.</summary>
    /// <param name="document">The draft that it was compared with.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="withUnknown">Whether machines that the floor never reported get their place, too.</param>
    /// <param name="removeUnnamed">Whether machines that the file does not name are taken off the floor.</param>
    public LayoutEdit ToEdit(LayoutDocument document, string name, bool withUnknown, bool removeUnnamed)
    {
        ArgumentNullException.ThrowIfNull(document);
        var places = Added.Concat(Moved).Concat(Regrouped).Concat(Removed).Select(row =>
        {
            var index = document.IndexOf(row.Place.MachineId);
            return (index, After(document.Places[index], row));
        }).ToList();
        if (withUnknown)
        {
            places.AddRange(Unknown.Select(row => (document.Add(row.Place with { At = null }), row.Place)));
        }

        if (removeUnnamed)
        {
            places.AddRange(Unnamed.Select(index => (index, document.Places[index] with { At = null })));
        }

        return document.Edit(string.Create(CultureInfo.InvariantCulture, $"Import {name}"), places);
    }

    private static LayoutPlace After(LayoutPlace known, FileRow row) => known with
    {
        Bank = row.HasBank ? row.Place.Bank : known.Bank,
        FloorSection = known.FloorSection.Length > 0 ? known.FloorSection : row.Place.FloorSection,
        At = row.Place.At,
    };
}
