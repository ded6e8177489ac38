using System.Text.Json;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Replay;

/// <summary>Finds out which stream a file carries: by its name, or by the fields of its first events.</summary>
internal static class StreamGuess
{
    /// <summary>The stream by a file's name; null when the name says nothing, or two things.</summary>
    public static EventStream? ByName(string name)
    {
        EventStream? found = null;
        foreach (var (word, stream) in new[]
        {
            ("slot", EventStream.Slot), ("table", EventStream.Table), ("security", EventStream.Security),
            ("cash", EventStream.Cash), ("cage", EventStream.Cash),
        })
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                if (found is not null && found != stream)
                {
                    return null;
                }

                found = stream;
            }
        }

        return found;
    }

    /// <summary>The stream that most of the first lines belong to; null when none can be told.</summary>
    /// <param name="lines">Messages in any stream's batch.</param>
    public static EventStream? ByFields(EventBatch lines)
    {
        var votes = new int[EventStreams.Count];
        foreach (var message in lines.Messages)
        {
            if (ByFields(lines.Body(message)) is { } stream)
            {
                votes[(int)stream]++;
            }
        }

        var most = votes.Max();
        return most == 0 ? null : (EventStream)Array.IndexOf(votes, most);
    }

    private static EventStream? ByFields(ReadOnlySpan<byte> message)
    {
        var fields = Fields.None;
        try
        {
            var reader = new Utf8JsonReader(message);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var field = FieldOf(ref reader);
                reader.Read();

                // A feed that writes every field of every kind of event leaves the others null.
                fields |= reader.TokenType == JsonTokenType.Null ? Fields.None : field;
                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // A broken line tells nothing; others do.
            return null;
        }

        return fields switch
        {
            _ when fields.HasFlag(Fields.Cage) => EventStream.Cash,
            _ when fields.HasFlag(Fields.Table) => EventStream.Table,
            _ when fields.HasFlag(Fields.Machine) && !fields.HasFlag(Fields.Guard) => EventStream.Slot,
            _ when fields.HasFlag(Fields.Type) => EventStream.Security,
            _ => null,
        };
    }

    private static Fields FieldOf(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("transaction_type"u8) || reader.ValueTextEquals("transaction_id"u8) || reader.ValueTextEquals("cage_location"u8))
        {
            return Fields.Cage;
        }

        if (reader.ValueTextEquals("table_id"u8))
        {
            return Fields.Table;
        }

        if (reader.ValueTextEquals("machine_id"u8))
        {
            return Fields.Machine;
        }

        if (reader.ValueTextEquals("badge_number"u8) || reader.ValueTextEquals("camera_id"u8) || reader.ValueTextEquals("security_level"u8)
            || reader.ValueTextEquals("access_granted"u8) || reader.ValueTextEquals("incident_number"u8))
        {
            return Fields.Guard;
        }

        return reader.ValueTextEquals("event_type"u8) ? Fields.Type : Fields.None;
    }

    [Flags]
    private enum Fields
    {
        None = 0,
        Cage = 1,
        Table = 2,
        Machine = 4,
        Guard = 8,
        Type = 16,
    }
}
