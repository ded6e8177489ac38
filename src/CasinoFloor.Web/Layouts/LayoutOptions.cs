using CasinoFloor.Engine.Settings;

namespace CasinoFloor.Web.Layouts;

/// <summary>Settings of the layout editor, section <c>Layout</c>.</summary>
public sealed class LayoutOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "Layout";

    /// <summary>Whether browsers on other machines may change the layout, too. Whoever reaches the app can then do so.</summary>
    public bool AllowRemote { get; set; }

    /// <summary>How many bytes a background image may have; 64 KB to 64 MB.</summary>
    public long MaxImageBytes { get; set; } = 8L * 1024 * 1024;

    /// <summary>How many background images are kept, also those that only older layouts show; 1 to 10,000.</summary>
    public int MaxImages { get; set; } = 200;

    /// <summary>Everything that is wrong with the settings, each line naming its setting; empty when all is well.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new OptionErrors(Section);
        errors.Within(nameof(MaxImageBytes), MaxImageBytes, 64L * 1024, 64L * 1024 * 1024);
        errors.Within(nameof(MaxImages), MaxImages, 1, 10_000);
        return errors.All;
    }
}
