using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Kql;
using CasinoFloor.Web.Calendar;

namespace CasinoFloor.Web.Components.History;

/// <summary>
/// The fields of a question, made from its <c>declare query_parameters</c>. <c>start_time</c>, <c>end_time</c> and <c>window</c> are the window's
/// and no fields.
/// </summary>
public sealed class QuestionForm
{
    private const string Start = "start_time";
    private const string End = "end_time";
    private const string Length = "window";

    private readonly IReadOnlyList<KqlParameter> _parameters;

    private QuestionForm(Question question, IReadOnlyList<KqlParameter> parameters, IReadOnlyDictionary<string, string> typed)
    {
        Question = question;
        _parameters = parameters;
        Fields = [.. parameters.Where(parameter => !IsWindow(parameter)).Select(parameter => new QuestionField(parameter, typed.GetValueOrDefault(parameter.Name)))];
    }

    /// <summary>The question.</summary>
    public Question Question { get; }

    /// <summary>The fields, in the order of the declaration.</summary>
    public IReadOnlyList<QuestionField> Fields { get; }

    /// <summary>Whether the question is about a span of time.</summary>
    public bool HasWindow => _parameters.Any(IsWindow);

    /// <summary>Makes the form of a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="parameters">What it declares.</param>
    /// <param name="typed">What is in its fields, by name; a field that is missing holds its default.</param>
    public static QuestionForm Of(Question question, IReadOnlyList<KqlParameter> parameters, IReadOnlyDictionary<string, string> typed)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(typed);
        return new QuestionForm(question, parameters, typed);
    }

    /// <summary>Reads every field, and notes at each what is wrong with it.</summary>
    /// <param name="window">Beginning and end, UTC.</param>
    /// <param name="calendar">For moments.</param>
    /// <returns>The question's parameters; null where a field is wrong.</returns>
    public IReadOnlyDictionary<string, object?>? Read((DateTime From, DateTime To) window, PropertyCalendar calendar)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        var sound = true;
        foreach (var field in Fields)
        {
            sound &= field.Read(calendar, values);
        }

        foreach (var parameter in _parameters.Where(IsWindow))
        {
            values[parameter.Name] = parameter.Name switch
            {
                Start => window.From,
                End => window.To,
                _ => window.To - window.From,
            };
        }

        return sound ? values : null;
    }

    /// <summary>Takes back that needed values are missing: the form was only opened.</summary>
    public void Forgive()
    {
        foreach (var field in Fields)
        {
            field.Forgive();
        }
    }

    /// <summary>Notes at each field what the floor knows of the name in it.</summary>
    /// <param name="sections">The sections of the floor.</param>
    /// <param name="machines">Ids of its machines.</param>
    public void Remark(IReadOnlyCollection<string> sections, IReadOnlyCollection<string> machines)
    {
        foreach (var field in Fields)
        {
            field.Remark = NameRemark.Of(field.Name, field.Text.Trim(), sections, machines);
        }
    }

    private static bool IsWindow(KqlParameter parameter) => (parameter.Name, parameter.Type) is
        (Start, KqlType.DateTime) or (End, KqlType.DateTime) or (Length, KqlType.TimeSpan);
}
