using System.Threading.Channels;

namespace CasinoFloor.Web.Pipeline;

/// <summary>Wakes one waiting loop; signals given while it works are kept as one.</summary>
public sealed class WakeSignal
{
    private readonly Channel<byte> _channel = Channel.CreateBounded<byte>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>Wakes the loop, now or the next time it waits.</summary>
    public void Set() => _channel.Writer.TryWrite(0);

    /// <summary>Waits for a signal.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken) => await _channel.Reader.ReadAsync(cancellationToken);
}
