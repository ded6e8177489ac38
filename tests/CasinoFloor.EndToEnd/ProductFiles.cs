using CasinoFloor.Tests;

namespace CasinoFloor.EndToEnd;

/// <summary>Where the built program is.</summary>
internal static class ProductFiles
{
    /// <summary>The web project.</summary>
    public static string Project { get; } = Path.Combine(RepositoryFiles.Root, "src", "CasinoFloor.Web");

    /// <summary>The program, as built in the same configuration as the tests.</summary>
    public static string Program { get; } =
        Path.Combine(Project, "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "CasinoFloor.Web.dll");
}
