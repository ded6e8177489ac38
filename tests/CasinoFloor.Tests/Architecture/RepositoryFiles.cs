namespace CasinoFloor.Tests.Architecture;

/// <summary>Finds the repository that the tests were built from.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindUpwards(AppContext.BaseDirectory, "CasinoFloor.sln")
        ?? throw new InvalidOperationException("The tests must run from a folder below CasinoFloor.sln.");

    /// <summary>The shared folder beside the repository; null in a user's clone, which has none.</summary>
    public static string? Shared =>
        Path.Combine(Root, "..", "shared") is var folder && File.Exists(Path.Combine(folder, "DESIGN.md")) ? Path.GetFullPath(folder) : null;

    public static IEnumerable<string> Sources(string folder, params string[] extensions) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Where(file => extensions.Contains(Path.GetExtension(file)))
            .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "lib"));

    private static string? FindUpwards(string from, string file)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, file)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
