namespace CasinoFloor.Web.Live;

/// <summary>
/// One viewer of the floor: asks for the next update, shows it, confirms it. What happened in between is merged, so a slow
/// viewer skips ticks but never state. Used by one task at a time.
/// </summary>
public sealed class FloorViewer : IDisposable
{
    private readonly FloorFeed _feed;
    private FloorPicture? _shown;
    private FloorLayout? _layout;
    private uint _offered;
    private bool _disposed;

    internal FloorViewer(FloorFeed feed) => _feed = feed;

    /// <summary>Waits for a picture newer than the last one offered, and gives what leads to it from the last one confirmed.</summary>
    public async ValueTask<FloorUpdate> NextAsync(CancellationToken cancellationToken)
    {
        var picture = await NextPictureAsync(cancellationToken).ConfigureAwait(false);
        var newLayout = picture.Layout.IsDrawnAs(_layout) ? null : picture.Layout;
        return new FloorUpdate(picture, newLayout, picture.FrameSince(newLayout is null ? _shown : null));
    }

    /// <summary>Waits for a picture newer than the last one offered.</summary>
    public async ValueTask<FloorPicture> NextPictureAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // The signal is taken before the picture is read: a tick in between wakes this viewer at once.
            var signal = _feed.NextPicture;
            if (_feed.Latest is { } picture && picture.Sequence != _offered)
            {
                _offered = picture.Sequence;
                return picture;
            }

            await signal.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The update is on the screen: the next one starts from it.</summary>
    public void Confirm(FloorUpdate update)
    {
        _shown = update.Picture;
        _layout = update.Picture.Layout;
    }

    /// <summary>What is on the screen is not known (a lost answer, a gap, a new connection): the next update carries layout and snapshot.</summary>
    public void Reset()
    {
        _shown = null;
        _layout = null;
        _offered = 0;
    }

    /// <summary>The viewer has gone.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;

        _disposed = true;
        _feed.Leave();
    }
}
