namespace CasinoFloor.Kql.Editing;

/// <summary>What is known of the word at a place.</summary>
/// <param name="Start">Where the word begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Title">A signature, or a name with its type.</param>
/// <param name="Text">A sentence; may be empty.</param>
public sealed record KqlHover(int Start, int Length, string Title, string Text);

/// <summary>The function whose arguments are being written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Its parameters as they are shown; optional ones end with a question mark, the last of a list with three dots.</param>
/// <param name="Active">Which of them is being written; the last one when it repeats.</param>
/// <param name="Text">A sentence; may be empty.</param>
public sealed record KqlSignature(string Name, IReadOnlyList<string> Parameters, int Active, string Text);
