using System.Text.RegularExpressions;
using Xunit;

namespace CasinoFloor.Tests.Architecture;

public sealed partial class LayoutTests
{
    [Fact]
    public void TopLevel_Folder_HoldsOnlyWhatIsAgreed()
    {
        string[] agreed = ["src", "tests", "wwwroot", "kql", "CasinoFloor.sln", "Dockerfile", "README.md"];

        var others = Directory.EnumerateFileSystemEntries(RepositoryFiles.Root)
            .Select(entry => Path.GetFileName(entry)!)
            .Where(name => !name.StartsWith('.') && !agreed.Contains(name));

        Assert.Empty(others);
    }

    [Theory]
    [InlineData("src", 400)]
    [InlineData("wwwroot", 400)]
    [InlineData("tests", 600)]
    public void SourceFile_Length_StaysReadable(string folder, int most)
    {
        var longer = RepositoryFiles.Sources(folder, ".cs", ".razor", ".js")
            .Select(file => (File: Path.GetRelativePath(RepositoryFiles.Root, file), Lines: File.ReadLines(file).Count()))
            .Where(item => item.Lines > most);

        Assert.Empty(longer);
    }

    [Fact]
    public void Namespace_OfEveryFile_IsItsFolder()
    {
        var wrong = new List<string>();
        foreach (var file in RepositoryFiles.Sources("src", ".cs"))
        {
            var declared = NamespaceLine().Match(File.ReadAllText(file)).Groups[1].Value;
            var folder = Path.GetRelativePath(Path.Combine(RepositoryFiles.Root, "src"), Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');
            if (declared.Length > 0 && declared != folder)
            {
                wrong.Add($"{Path.GetRelativePath(RepositoryFiles.Root, file)} declares {declared}");
            }
        }

        Assert.Empty(wrong);
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}
