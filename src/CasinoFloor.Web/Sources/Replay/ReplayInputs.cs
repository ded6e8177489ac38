namespace CasinoFloor.Web.Sources.Replay;

/// <summary>Finds the files of a replay.</summary>
internal static class ReplayInputs
{
    private static readonly string[] Endings = [".ndjson", ".jsonl", ".json", ".ndjson.gz", ".jsonl.gz", ".json.gz"];

    /// <summary>The inputs of a path in the order of their names.</summary>
    /// <param name="path">A file, a folder (its own files, no subfolders), or <c>-</c>.</param>
    /// <param name="standardInput">Opens standard input.</param>
    /// <param name="boot">A name of this process that no other has.</param>
    /// <param name="error">What is wrong, for the operator; null when all is well.</param>
    public static IReadOnlyList<ReplayInput> Find(string path, Func<Stream> standardInput, string boot, out string? error)
    {
        error = null;
        if (path == ReplayOptions.StandardInput)
        {
            return [ReplayInput.StandardInput(standardInput(), boot)];
        }

        try
        {
            if (Directory.Exists(path))
            {
                List<ReplayInput> inputs = [.. Directory.EnumerateFiles(path).Where(HasEnding).Order(StringComparer.Ordinal).Select(ReplayInput.File)];
                error = inputs.Count == 0 ? $"The folder {path} has no file that ends in {string.Join(", ", Endings)}." : null;
                return inputs;
            }

            if (File.Exists(path))
            {
                return [ReplayInput.File(path)];
            }

            error = $"There is no file or folder {path}.";
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            error = $"{path} cannot be read: {problem.Message}";
        }

        return [];
    }

    private static bool HasEnding(string file) => Array.Exists(Endings, ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
