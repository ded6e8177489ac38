using MudBlazor;

namespace CasinoFloor.Web.Components.Layout;

/// <summary>
/// The two themes. The colours are those of <c>wwwroot/css/app.css</c>: text on its ground has a contrast of at least 4.5 to 1 in both.
/// </summary>
public static class FloorTheme
{
    /// <summary>Name of the dark theme, the default where neither somebody nor the system has chosen.</summary>
    public const string Dark = "dark";

    /// <summary>Name of the light theme.</summary>
    public const string Light = "light";

    /// <summary>The cookie that keeps the choice; set by <c>wwwroot/js/theme.js</c>.</summary>
    public const string Cookie = "casinofloor-theme";

    /// <summary>The cookie that keeps what the system prefers, for as long as nobody chose; set by <c>SystemTheme.razor</c>.</summary>
    public const string PreferredCookie = "casinofloor-preferred-theme";

    private static readonly string[] Fonts = ["Inter", "Segoe UI", "system-ui", "-apple-system", "Roboto", "Helvetica Neue", "Arial", "sans-serif"];

    /// <summary>The theme of a cookie's value; anything but <see cref="Light"/> is <see cref="Dark"/>.</summary>
    public static string Parse(string? value) => value == Light ? Light : Dark;

    /// <summary>Both palettes for MudBlazor's components.</summary>
    public static MudTheme Mud { get; } = new()
    {
        PaletteDark = new PaletteDark
        {
            Primary = "#7cc4ff",
            PrimaryContrastText = "#06121c",
            Secondary = "#f0bd4f",
            SecondaryContrastText = "#1b1200",
            Background = "#0b0f14",
            BackgroundGray = "#0b0f14",
            Surface = "#121922",
            AppbarBackground = "#0e141b",
            AppbarText = "#e9eef3",
            TextPrimary = "#e9eef3",
            TextSecondary = "#a3b1bf",
            ActionDefault = "#c3ced8",
            LinesDefault = "#26323f",
            TableLines = "#26323f",
            Divider = "#26323f",
        },
        PaletteLight = new PaletteLight
        {
            Primary = "#0b5cad",
            PrimaryContrastText = "#ffffff",
            Secondary = "#7d5200",
            SecondaryContrastText = "#ffffff",
            Background = "#eef1f5",
            BackgroundGray = "#eef1f5",
            Surface = "#ffffff",
            AppbarBackground = "#ffffff",
            AppbarText = "#13202c",
            TextPrimary = "#13202c",
            TextSecondary = "#4b5c6c",
            ActionDefault = "#34444f",
            LinesDefault = "#d5dde5",
            TableLines = "#d5dde5",
            Divider = "#d5dde5",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px", AppbarHeight = "52px" },
        Typography = new Typography { Default = new DefaultTypography { FontFamily = Fonts } },
    };
}
