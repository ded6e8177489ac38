using System.Text;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.State;

/// <summary>
/// The UTF-8 bytes of a machine's descriptive fields, kept beside its <see cref="MachineLocation"/> so that an event's
/// fields can be compared before any string is made.
/// </summary>
internal struct MachineTexts
{
    private byte[] _section;
    private byte[] _type;
    private byte[] _manufacturer;
    private byte[] _theme;

    /// <summary>The bytes of a location's texts.</summary>
    public static MachineTexts Of(MachineLocation location) => new()
    {
        _section = Encoding.UTF8.GetBytes(location.FloorSection),
        _type = Encoding.UTF8.GetBytes(location.MachineType),
        _manufacturer = Encoding.UTF8.GetBytes(location.Manufacturer),
        _theme = Encoding.UTF8.GetBytes(location.GameTheme),
    };

    /// <summary>Whether every text that the event gives is what is known already.</summary>
    public readonly bool Agree(EventBatch batch, in SlotEvent e) =>
        Agree(batch, e.FloorSection, _section) && Agree(batch, e.MachineType, _type)
        && Agree(batch, e.Manufacturer, _manufacturer) && Agree(batch, e.GameTheme, _theme);

    private static bool Agree(EventBatch batch, TextSlice given, byte[] known) =>
        given.IsEmpty || batch.Text(given).SequenceEqual(known);
}
