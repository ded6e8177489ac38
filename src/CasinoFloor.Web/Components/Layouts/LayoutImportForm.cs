using CasinoFloor.Engine.Layouts;

namespace CasinoFloor.Web.Components.Layouts;

/// <summary>The file that is to be imported, and how. It outlives the panel that shows it.</summary>
public sealed class LayoutImportForm
{
    /// <summary>The file's name; empty where none was chosen.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it says; null where it could not be read.</summary>
    public LayoutFile? File { get; set; }

    /// <summary>Whether machines that the floor never reported get their place, too.</summary>
    public bool WithUnknown { get; set; }

    /// <summary>Whether machines that the file does not name are taken off the floor.</summary>
    public bool RemoveUnnamed { get; set; }

    /// <summary>Forgets the file and what was chosen for it.</summary>
    public void Clear() => (Name, File, WithUnknown, RemoveUnnamed) = ("", null, false, false);
}
