using System.Runtime.InteropServices;
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
    /// <param name="location">The location.</param>
    /// <param name="known">Bytes made before: machines share them, so that few of them fill the cache.</param>
    public static MachineTexts Of(MachineLocation location, Dictionary<string, byte[]> known) => new()
    {
        _section = Bytes(location.FloorSection, known),
        _type = Bytes(location.MachineType, known),
        _manufacturer = Bytes(location.Manufacturer, known),
        _theme = Bytes(location.GameTheme, known),
    };

    /// <summary>Whether every text that the event gives is what is known already.</summary>
    public readonly bool Agree(EventBatch batch, in SlotEvent e) =>
        Agree(batch, e.FloorSection, _section) && Agree(batch, e.MachineType, _type)
        && Agree(batch, e.Manufacturer, _manufacturer) && Agree(batch, e.GameTheme, _theme);

    private static byte[] Bytes(string text, Dictionary<string, byte[]> known)
    {
        ref var bytes = ref CollectionsMarshal.GetValueRefOrAddDefault(known, text, out _);
        return bytes ??= Encoding.UTF8.GetBytes(text);
    }

    private static bool Agree(EventBatch batch, TextSlice given, byte[] known) =>
        given.IsEmpty || batch.Text(given).SequenceEqual(known);
}
