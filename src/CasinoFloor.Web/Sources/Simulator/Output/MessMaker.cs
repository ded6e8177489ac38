using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Simulator.Output;

/// <summary>
/// The network between the floor and the broker: holds some messages back, repeats some, and lets some be followed by a
/// garbled copy. Nothing is lost, so that meters and games still agree.
/// </summary>
internal sealed class MessMaker(SimulatorOptions options, SimulationClock clock, Schedule schedule)
{
    // What the switches of a floor can keep while their uplink is down.
    private const int MaxHeld = 500_000;

    private readonly SimulatorRandom _random = SimulatorRandom.For(options.Seed, ActionKind.Deliver, 0);
    private readonly List<HeldMessage> _held = [];
    private readonly Stack<int> _free = new();
    private readonly byte[] _garbled = new byte[4096];

    /// <summary>Whether there is room for messages that are held back.</summary>
    public bool CanHold => _held.Count - _free.Count < MaxHeld;

    /// <summary>Sends a finished message: at once, later, or twice.</summary>
    public void Pass(ISimulatedEventWriter writer, EventStream stream, MessageBuilder message, long at)
    {
        var chance = _random.NextDouble();
        if (chance < options.LateShare)
        {
            HoldFor(stream, message, at, _random.Range(10, 180));
            return;
        }

        Write(writer, stream, message.Key, message.Body, at);
        chance -= options.LateShare;
        if (chance < options.DuplicateShare)
        {
            HoldFor(stream, message, at, _random.Range(0.01, 30));
        }
        else if (chance - options.DuplicateShare < options.MalformedShare)
        {
            Write(writer, stream, message.Key, Garbler.Garble(stream, message.Body, _garbled, _random), at);
        }
    }

    /// <summary>Sends a message that was held back.</summary>
    public void Deliver(ISimulatedEventWriter writer, int index, long at)
    {
        var held = _held[index];
        Write(writer, held.Stream, held.Bytes.AsSpan(0, held.KeyLength), held.Bytes.AsSpan(held.KeyLength, held.BodyLength), at);
        _free.Push(index);
    }

    /// <summary>Keeps a finished message until a moment, simulated ticks.</summary>
    public void Hold(EventStream stream, MessageBuilder message, long deliverAt)
    {
        if (!_free.TryPop(out var index))
        {
            index = _held.Count;
            _held.Add(new HeldMessage());
        }

        _held[index].Set(stream, message.Key, message.Body);
        schedule.Add(ActionKind.Deliver, index, deliverAt);
    }

    // Lateness is a matter of the network: it stays the same however fast the floor runs.
    private void HoldFor(EventStream stream, MessageBuilder message, long at, double seconds) =>
        Hold(stream, message, at + Math.Max(1, (long)(seconds * TimeSpan.TicksPerSecond * clock.Speed)));

    private void Write(ISimulatedEventWriter writer, EventStream stream, ReadOnlySpan<byte> key, ReadOnlySpan<byte> body, long at) =>
        writer.Write(new SimulatedMessage { Stream = stream, Key = key, Body = body, SentTicks = clock.Stamp(at) });

    private sealed class HeldMessage
    {
        public EventStream Stream { get; private set; }

        public byte[] Bytes { get; private set; } = [];

        public int KeyLength { get; private set; }

        public int BodyLength { get; private set; }

        public void Set(EventStream stream, ReadOnlySpan<byte> key, ReadOnlySpan<byte> body)
        {
            if (Bytes.Length < key.Length + body.Length)
            {
                Bytes = new byte[Math.Max(512, key.Length + body.Length)];
            }

            Stream = stream;
            key.CopyTo(Bytes);
            body.CopyTo(Bytes.AsSpan(key.Length));
            KeyLength = key.Length;
            BodyLength = body.Length;
        }
    }
}
