using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Simulator.Output;

/// <summary>Where the parts of the simulation write their events: gives them identity and time, and passes them on through the mess.</summary>
internal sealed class EventOutput(int seed, long start, SimulationClock clock, MessMaker mess)
{
    private readonly ulong _run = SimulatorRandom.Mix((uint)seed ^ SimulatorRandom.Mix((ulong)start));
    private readonly MessageBuilder _builder = new();
    private EventStream _stream;
    private ulong _sequence;
    private long _at;

    /// <summary>The event being written.</summary>
    public MessageBuilder Builder => _builder;

    /// <summary>Where messages go while the simulation advances.</summary>
    public ISimulatedEventWriter? Writer { get; set; }

    /// <summary>Begins an event; its identity follows from the seed, the start and its number.</summary>
    /// <param name="stream">Its stream.</param>
    /// <param name="idName">Name of the identity's field.</param>
    /// <param name="at">When it happens, simulated ticks.</param>
    public MessageBuilder Begin(EventStream stream, ReadOnlySpan<byte> idName, long at)
    {
        _stream = stream;
        _at = at;

        // Mixing is one to one, so two events of a run never share an identity.
        var low = SimulatorRandom.Mix(_run + ++_sequence);
        return _builder.Begin().Uuid(idName, SimulatorRandom.Mix(_run ^ low), low);
    }

    /// <summary>Writes a field with the event's time.</summary>
    public MessageBuilder Time(ReadOnlySpan<byte> name) => _builder.Time(name, clock.Stamp(_at));

    /// <summary>Ends the event and sends it.</summary>
    public void Send()
    {
        _builder.End();
        mess.Pass(Writer!, _stream, _builder, _at);
    }

    /// <summary>Ends the event; a network that is down delivers it at a later moment, simulated ticks. False when it can keep no more.</summary>
    public bool SendAt(long deliverAt)
    {
        if (!mess.CanHold)
        {
            return false;
        }

        _builder.End();
        mess.Hold(_stream, _builder, deliverAt);
        return true;
    }
}
