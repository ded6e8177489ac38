using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Kql;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Components.Charts;

namespace CasinoFloor.Web.Components.History;

/// <summary>A field for a parameter of a question.</summary>
/// <param name="parameter">The parameter.</param>
/// <param name="typed">What is in it; null for its default.</param>
public sealed class QuestionField(KqlParameter parameter, string? typed)
{
    /// <summary>The parameter's name.</summary>
    public string Name => parameter.Name;

    /// <summary>What a page calls it.</summary>
    public string Label => ChartText.Name(parameter.Name);

    /// <summary>What kind of value it takes.</summary>
    public KqlType Type => parameter.Type;

    /// <summary>Its default, as it would be typed; empty for none.</summary>
    public string Default { get; } = FieldText.OfDefault(parameter);

    /// <summary>What is in it.</summary>
    public string Text { get; set; } = typed ?? FieldText.OfDefault(parameter);

    /// <summary>Whether a value must be given.</summary>
    public bool IsRequired => parameter.Default is null;

    /// <summary>Whether it holds anything but its default.</summary>
    public bool IsChanged => Text != Default;

    /// <summary>What is worth knowing of its value, as that nothing of this name is there; empty for nothing.</summary>
    public string Remark { get; internal set; } = "";

    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>Takes back what is wrong with it where that is only that nothing was given: nobody asked yet.</summary>
    internal void Forgive() => Problem = Text.Trim().Length == 0 ? "" : Problem;

    /// <summary>Reads it; a field with its default, or an empty one that may be empty, adds no value.</summary>
    internal bool Read(PropertyCalendar calendar, Dictionary<string, object?> values)
    {
        Problem = "";
        if (Text.Trim().Length == 0)
        {
            Problem = IsRequired ? "This question needs a value here." : "";
            return !IsRequired;
        }

        if (!IsRequired && !IsChanged)
            return true;

        (var value, Problem) = FieldText.Read(Type, Text, calendar);

        // A limit of none would say that nothing is stored.
        if (Name == RowLimit.Parameter && value is long and < 1)
            Problem = "Enter a whole number over 0.";

        if (Problem.Length > 0)
            return false;

        values[Name] = value;
        return true;
    }
}
