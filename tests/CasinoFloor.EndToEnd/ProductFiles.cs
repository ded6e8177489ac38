namespace CasinoFloor.EndToEnd;

/// <summary>Where the built program and the repository are.</summary>
internal static class ProductFiles
{
    public static string Root { get; } = FindRoot();

    /// <summary>The program, as built in the same configuration as the tests.</summary>
    public static string Program { get; } = Path.Combine(
        Root, "src", "CasinoFloor.Web", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "CasinoFloor.Web.dll");

    /// <summary>The shared folder beside the repository; null in a user's clone, which has none.</summary>
    public static string? Shared =>
        Path.Combine(Root, "..", "shared") is var folder && File.Exists(Path.Combine(folder, "DESIGN.md")) ? Path.GetFullPath(folder) : null;

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CasinoFloor.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests must run from a folder below CasinoFloor.sln.");
    }
}
