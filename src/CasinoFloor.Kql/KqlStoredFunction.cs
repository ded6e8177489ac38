namespace CasinoFloor.Kql;

/// <summary>A function that a catalog stores, as a list for users shows it.</summary>
/// <param name="Name">Its name in queries; case matters.</param>
/// <param name="Parameters">Its parameters with their types, such as <c>since:datetime</c>.</param>
public sealed record KqlStoredFunction(string Name, IReadOnlyList<string> Parameters)
{
    /// <summary>How it is called, such as <c>slot_events(since:datetime, until:datetime)</c>.</summary>
    public string Signature => $"{Name}({string.Join(", ", Parameters)})";
}
