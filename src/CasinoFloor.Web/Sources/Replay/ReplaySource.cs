using CasinoFloor.Engine.Events;
using Microsoft.Extensions.Logging.Abstractions;

namespace CasinoFloor.Web.Sources.Replay;

/// <summary>
/// Events from NDJSON: a file, a gzip, a folder, or standard input. Every file is one partition; its offsets are line numbers
/// from 0, so that a replay that was killed goes on where the Eventhouse's checkpoint is, and a dead letter names its line.
/// </summary>
public sealed class ReplaySource : IEventSource
{
    private const int ManyFiles = 8;
    private readonly ReplayOptions _options;
    private readonly IReplayDialects _dialects;
    private readonly TimeProvider _time;
    private readonly ILogger<ReplaySource> _logger;
    private readonly Func<Stream> _standardInput;
    private readonly List<string> _notes = [];
    private volatile IReadOnlyList<ReplayFile> _files = [];
    private volatile string _state = "starting";
    private volatile string? _note;

    /// <summary>Prepares a replay; nothing is read before <see cref="RunAsync"/>.</summary>
    /// <param name="options">Valid settings.</param>
    /// <param name="dialects">Finds dialects and event times.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log; null is none.</param>
    /// <param name="standardInput">Opens standard input; null is the process's own.</param>
    /// <exception cref="ArgumentException">The settings are not valid; the message has all errors.</exception>
    public ReplaySource(
        ReplayOptions options, IReplayDialects dialects, TimeProvider time, ILogger<ReplaySource>? logger = null, Func<Stream>? standardInput = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var errors = options.Validate();
        if (errors.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, errors), nameof(options));
        }

        _options = options;
        _dialects = dialects;
        _time = time;
        _logger = logger ?? NullLogger<ReplaySource>.Instance;
        _standardInput = standardInput ?? Console.OpenStandardInput;
    }

    /// <inheritdoc />
    public string Description =>
        $"replay of {(_options.Path == ReplayOptions.StandardInput ? "standard input" : _options.Path)}, speed {_options.Speed}, "
        + (_options.KeepTime ? "times kept" : "times moved to now");

    /// <inheritdoc />
    public SourceStatus Status
    {
        get
        {
            var files = _files;
            return new SourceStatus { State = _state, Read = files.Sum(file => file.Read), Progress = ProgressOf(files), Note = _note };
        }
    }

    /// <summary>Whether everything that was read so far is durable: with state finished the replay is complete.</summary>
    public bool IsStored => _files.All(file => file.Stored >= file.ReadTo);

    /// <inheritdoc />
    public async Task RunAsync(IBatchSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sink);

        // Files are read synchronously (that is twice as fast); the caller must not wait for it.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            await ReplayAsync(sink, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Note(problem.Message);
            Finish("failed");
        }
        finally
        {
            foreach (var file in _files)
            {
                file.Dispose();
            }
        }
    }

    /// <inheritdoc />
    public void OnStored(SourcePartition partition, long nextOffset)
    {
        foreach (var file in _files)
        {
            if (file.Partition == partition)
            {
                file.Stored = nextOffset;
            }
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static double? ProgressOf(IReadOnlyList<ReplayFile> files)
    {
        if (files.Count == 0 || files.Any(file => file.Input.Length is null))
        {
            return null;
        }

        var total = files.Sum(file => file.Input.Length ?? 0);
        return total == 0 ? 1 : Math.Min(1, files.Sum(file => file.BytesRead) / (double)total);
    }

    private async Task ReplayAsync(IBatchSink sink, CancellationToken cancellationToken)
    {
        var boot = _time.GetUtcNow().UtcTicks.ToString("x", System.Globalization.CultureInfo.InvariantCulture);
        var inputs = ReplayInputs.Find(_options.Path, _standardInput, boot, out var error);
        if (error is not null || !await IdentifyAsync(inputs, cancellationToken))
        {
            Note(error);
            Finish("failed");
            return;
        }

        var timing = await TimingAsync(cancellationToken);
        foreach (var file in _files)
        {
            await file.ResumeAsync(sink, cancellationToken);
            ReplayLog.Reading(_logger, file.Input.Name, file.Stream.Name(), file.Dialect, file.ResumedAt);
        }

        _state = "running";
        await new ReplayMerge(sink, timing, _time).RunAsync(_files, cancellationToken);
        Conclude();
    }

    /// <summary>Opens all inputs and finds out what they carry; all that is wrong is noted together.</summary>
    private async Task<bool> IdentifyAsync(IReadOnlyList<ReplayInput> inputs, CancellationToken cancellationToken)
    {
        var isClear = true;
        foreach (var input in inputs)
        {
            var file = new ReplayFile(input, inputs.Count > ManyFiles ? LineReader.SmallBlock : LineReader.LargeBlock);
            var error = await file.IdentifyAsync(_options, _dialects, cancellationToken);
            Note(error);
            isClear &= error is null;
            if (file.IsFinished && file.Failure is null)
            {
                Note($"{input.Name} is empty.");
            }

            if (error is not null || file.IsFinished)
            {
                Note(file.Failure is null ? null : $"{input.Name} cannot be read: {file.Failure}");
                isClear &= file.Failure is null;
                file.Dispose();
            }
            else
            {
                _files = [.. _files, file];
            }
        }

        return isClear;
    }

    private async Task<IReplayTiming> TimingAsync(CancellationToken cancellationToken)
    {
        if (_options.SpeedFactor is { } speed)
        {
            return new PacedTiming(speed, _options.KeepTime, _time);
        }

        var newest = new NewestTime(_time.GetUtcNow().UtcTicks);
        if (!_options.KeepTime)
        {
            foreach (var file in _files.Where(file => !file.Input.IsLive))
            {
                await NewestTimeScan.ScanAsync(file, newest, cancellationToken);
            }
        }

        return new UnpacedTiming(_options.KeepTime, newest.Ticks, _time);
    }

    private void Conclude()
    {
        foreach (var file in _files)
        {
            if (file.ResumedAt > 0 && file.Read == 0)
            {
                Note($"{file.Input.Name} has been stored already; start with a fresh --data DIR to replay it again.");
            }

            if (file.Failure is not null)
            {
                Note(string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{file.Input.Name} could not be read to its end: {file.Failure} The {file.Read:N0} messages before that were replayed."));
            }
        }

        Finish(_files.Any(file => file.Failure is not null) ? "failed" : "finished");
    }

    private void Finish(string state)
    {
        _state = state;
        if (state == "failed")
        {
            ReplayLog.Failed(_logger, _note ?? "");
        }
        else
        {
            ReplayLog.Finished(_logger, Status.Read, _note ?? "");
        }
    }

    private void Note(string? text)
    {
        if (text is not null)
        {
            _notes.Add(text);
            _note = string.Join(" ", _notes);
        }
    }
}
