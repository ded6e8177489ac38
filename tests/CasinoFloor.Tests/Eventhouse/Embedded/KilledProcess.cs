using System.Diagnostics;
using System.Text;

namespace CasinoFloor.Tests.Eventhouse.Embedded;

/// <summary>A process that ends by being killed (SIGKILL) at the latest when this is disposed.</summary>
internal sealed class KilledProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    public KilledProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        void Keep(object sender, DataReceivedEventArgs line)
        {
            lock (_output)
            {
                _output.AppendLine(line.Data);
            }
        }
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
