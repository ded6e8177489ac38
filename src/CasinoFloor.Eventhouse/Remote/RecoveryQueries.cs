using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Remote;

/// <summary>The questions that the product asks itself at a start: files of <c>kql/recovery</c>.</summary>
/// <param name="folder">The folder <c>kql</c>.</param>
internal sealed class RecoveryQueries(string folder)
{
    /// <summary>A query with its parameters.</summary>
    /// <exception cref="IOException">The file is not there: the installation is not complete.</exception>
    public KqlQuery Get(string name, params (string Name, object? Value)[] parameters) => new(File.ReadAllText(Path.Combine(folder, "recovery", name + ".kql")))
    {
        Parameters = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value),
    };
}
