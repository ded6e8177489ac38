namespace CasinoFloor.Tests;

/// <summary>Finds the repository that the tests were built from.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    /// <summary>The shared folder beside the repository; null in a user's clone, which has none.</summary>
    public static string? Shared =>
        Path.Combine(Root, "..", "shared") is var folder && File.Exists(Path.Combine(folder, "DESIGN.md")) ? Path.GetFullPath(folder) : null;

    /// <summary>A file or folder of <see cref="Shared"/>; without it the test is skipped and says so.</summary>
    public static string SharedOrSkip(string relative)
    {
        var path = Shared is null ? null : Path.Combine(Shared, relative);
        Assert.SkipUnless(Path.Exists(path), $"The shared folder with {relative} is not beside this clone.");
        return path!;
    }

    public static IEnumerable<string> Sources(string folder, params string[] extensions) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Where(file => extensions.Contains(Path.GetExtension(file)))
            .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "lib"));

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
