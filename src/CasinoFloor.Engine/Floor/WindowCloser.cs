using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Windows;

namespace CasinoFloor.Engine.Floor;

/// <summary>Moves the watermark, closes the minutes that it passes, and shows the floor's closed minutes to the detectors.</summary>
internal sealed class WindowCloser(FloorModel model)
{
    // Older floor minutes are not in memory any more.
    private const int Remembered = 200;

    private int _judgedBefore;

    /// <summary>Closes what the watermark has passed.</summary>
    public void Close(EventBatch output, long now)
    {
        var watermark = model.Watermark.Evaluate(model.Clock.Ticks);
        model.Windows.CloseBefore(MinuteMath.Of(watermark), output, now);
        var before = model.Windows.ClosedBefore;
        for (var minute = Math.Max(_judgedBefore, before - Remembered); minute < before; minute++)
        {
            model.Detectors.MinuteClosed(minute, model.Context);
        }

        _judgedBefore = Math.Max(_judgedBefore, before);
    }

    /// <summary>The source has ended. Minutes cut short by the end are not judged: they deviate because they are cut.</summary>
    public void CloseAll(EventBatch output, long now)
    {
        Close(output, now);
        model.Windows.CloseAll(output, now);
        Skip();
    }

    /// <summary>Takes what is closed as judged already.</summary>
    public void Skip()
    {
        _judgedBefore = model.Windows.ClosedBefore;
        model.Watermark.RaiseTo(MinuteMath.Start(_judgedBefore));
    }
}
