using CasinoFloor.Engine.Decoding;

namespace CasinoFloor.Tests.Web.Sources;

/// <summary>Finds files beside the tests by walking up from where they run.</summary>
internal static class RepositoryFiles
{
    /// <summary>The path of a file or folder; null when it is not there.</summary>
    public static string? Find(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, relative);
            if (Path.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>The dialects that the product ships.</summary>
    public static DialectSet Dialects(DecodingOptions options) =>
        DialectSet.FromJson(File.ReadAllBytes(Find("src/CasinoFloor.Web/dialects.json") ?? throw new FileNotFoundException("dialects.json")), options);
}
