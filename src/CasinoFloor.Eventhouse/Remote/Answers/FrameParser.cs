using System.Text.Json;

namespace CasinoFloor.Eventhouse.Remote.Answers;

/// <summary>
/// Takes an array of frames apart while it arrives: <c>[{"FrameType":"DataTable",...,"Rows":[[1],[2]]},...]</c>. Rows are handed on one by one and never kept, so
/// that a frame may be larger than the memory.
/// </summary>
/// <param name="handler">Takes the parts.</param>
internal sealed class FrameParser(IFrameHandler handler)
{
    private JsonReaderState _state;
    private Place _place;

    private enum Place
    {
        Before,
        Frames,
        Frame,
        Rows,
        Behind,
    }

    /// <summary>Whether the array has been closed.</summary>
    public bool IsAtEnd => _place == Place.Behind;

    /// <summary>Takes what has arrived and gives how much of it is done with; the rest must be given again, with more behind it.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="AnswerFormatException">It is no array of frames.</exception>
    public int Take(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data, isFinalBlock: false, _state);
        var done = reader;
        while (Step(ref reader, data))
        {
            done = reader;
        }

        _state = done.CurrentState;
        return (int)done.BytesConsumed;
    }

    /// <summary>Takes one token, or one whole value; false when it has not arrived as a whole.</summary>
    private bool Step(ref Utf8JsonReader reader, ReadOnlySpan<byte> data)
    {
        if (!reader.Read())
        {
            return false;
        }

        switch (_place, reader.TokenType)
        {
            case (Place.Before, JsonTokenType.StartArray):
                _place = Place.Frames;
                return true;
            case (Place.Frames, JsonTokenType.StartObject):
                _place = Place.Frame;
                handler.BeginFrame();
                return true;
            case (Place.Frames, JsonTokenType.EndArray):
                _place = Place.Behind;
                return true;
            case (Place.Frame, JsonTokenType.EndObject):
                _place = Place.Frames;
                handler.EndFrame();
                return true;
            case (Place.Frame, JsonTokenType.PropertyName):
                return Property(ref reader);
            case (Place.Rows, JsonTokenType.EndArray):
                _place = Place.Frame;
                return true;
            case (Place.Rows, _):
                return Row(ref reader, data);
            default:
                throw new AnswerFormatException("The answer is no array of frames.");
        }
    }

    private bool Property(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("Rows"u8))
        {
            if (!reader.Read())
            {
                return false;
            }

            _place = reader.TokenType == JsonTokenType.StartArray ? Place.Rows : throw new AnswerFormatException("The answer's rows are no array.");
            return true;
        }

        var name = reader.GetString()!;
        if (!JsonDocument.TryParseValue(ref reader, out var value))
        {
            return false;
        }

        using (value)
        {
            try
            {
                handler.Property(name, value.RootElement);
            }
            catch (InvalidOperationException strange)
            {
                throw new AnswerFormatException($"The property '{name}' is not of the kind it should be: {strange.Message}", strange);
            }
        }

        return true;
    }

    private bool Row(ref Utf8JsonReader reader, ReadOnlySpan<byte> data)
    {
        var start = (int)reader.TokenStartIndex;
        if (!reader.TrySkip())
        {
            return false;
        }

        handler.Row(data[start..(int)reader.BytesConsumed]);
        return true;
    }
}
