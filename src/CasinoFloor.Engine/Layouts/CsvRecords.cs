using System.Text;

namespace CasinoFloor.Engine.Layouts;

/// <summary>Reads comma-separated records one by one.</summary>
internal sealed class CsvRecords(string text)
{
    private readonly List<string> _fields = [];
    private int _at;
    private int _nextLine = 1;

    /// <summary>The fields of the record.</summary>
    public IReadOnlyList<string> Fields => _fields;

    /// <summary>The line where it begins, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Why there are no more records; null where the text simply ended.</summary>
    public string? Error { get; private set; }

    /// <summary>Reads the next record; false at the end, or where the text is damaged.</summary>
    public bool Next()
    {
        if (_at >= text.Length || Error is not null)
        {
            return false;
        }

        Line = _nextLine;
        _fields.Clear();
        while (true)
        {
            var field = _at < text.Length && text[_at] == '"' ? Quoted() : Plain();
            if (field is null)
            {
                return false;
            }

            _fields.Add(field);
            if (_at < text.Length && text[_at] == ',')
            {
                _at++;
                continue;
            }

            EndLine();
            return true;
        }
    }

    private string Plain()
    {
        var from = _at;
        while (_at < text.Length && text[_at] is not (',' or '\r' or '\n'))
        {
            _at++;
        }

        return text[from.._at];
    }

    private string? Quoted()
    {
        var field = new StringBuilder();
        for (_at++; _at < text.Length; _at++)
        {
            if (text[_at] == '"')
            {
                if (_at + 1 < text.Length && text[_at + 1] == '"')
                {
                    _at++;
                }
                else
                {
                    _at++;
                    if (_at < text.Length && text[_at] is not (',' or '\r' or '\n'))
                    {
                        Error = "there is text behind a closing quote.";
                        return null;
                    }

                    return field.ToString();
                }
            }

            if (text[_at] == '\n')
            {
                _nextLine++;
            }

            field.Append(text[_at]);
        }

        Error = "a quote is opened and never closed.";
        return null;
    }

    private void EndLine()
    {
        if (_at < text.Length && text[_at] == '\r')
        {
            _at++;
        }

        if (_at < text.Length && text[_at] == '\n')
        {
            _at++;
        }

        _nextLine++;
    }
}
