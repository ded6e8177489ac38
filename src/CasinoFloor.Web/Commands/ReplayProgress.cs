using System.Globalization;
using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Pipeline;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CasinoFloor.Web.Commands;

/// <summary>A progress bar with rate and time left, on standard error; plain lines where that is no terminal.</summary>
public sealed class ReplayProgress(IEventSource source, PipelineMetrics metrics, TimeProvider time)
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan PlainLine = TimeSpan.FromSeconds(5);

    /// <summary>Shows progress until <paramref name="running"/> ends.</summary>
    public async Task ShowAsync(Task running)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (Console.IsErrorRedirected || !console.Profile.Capabilities.Interactive)
        {
            await WriteLinesAsync(running);
            return;
        }

        await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RateColumn(this), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask("replay");
                while (!running.IsCompleted)
                {
                    await Task.WhenAny(running, Task.Delay(Refresh, time));
                    bar.Value = 100 * (source.Status.Progress ?? 0);
                }

                bar.Value = running.IsCompletedSuccessfully ? 100 : bar.Value;
            });
    }

    private readonly long _started = time.GetTimestamp();

    private string Rate
    {
        get
        {
            var seconds = time.GetElapsedTime(_started).TotalSeconds;
            return string.Create(CultureInfo.InvariantCulture, $"{metrics.Stored:N0} stored, {(seconds > 0 ? metrics.Stored / seconds : 0):N0}/s");
        }
    }

    private async Task WriteLinesAsync(Task running)
    {
        while (!running.IsCompleted)
        {
            await Task.WhenAny(running, Task.Delay(PlainLine, time));
            if (!running.IsCompleted)
            {
                var done = source.Status.Progress ?? 0;
                var left = done > 0 ? time.GetElapsedTime(_started) * ((1 - done) / done) : (TimeSpan?)null;
                await Console.Error.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture, $"{done:P0}, {Rate}{(left is { } rest ? $", about {rest:hh\\:mm\\:ss} left" : "")}"));
            }
        }
    }

    private sealed class RateColumn(ReplayProgress progress) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(progress.Rate);
    }
}
