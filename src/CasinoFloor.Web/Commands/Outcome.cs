using CasinoFloor.Eventhouse;
using CasinoFloor.Web.Settings;

namespace CasinoFloor.Web.Commands;

/// <summary>Turns what may go wrong for reasons outside the program into a message and an exit code.</summary>
public static class Outcome
{
    /// <summary>Runs a command.</summary>
    public static async Task<int> OfAsync(Func<Task<int>> command)
    {
        ArgumentNullException.ThrowIfNull(command);
        try
        {
            return await command();
        }
        catch (SettingsException exception)
        {
            await Console.Error.WriteLineAsync("These settings are wrong:");
            await Console.Error.WriteLineAsync(exception.Message);
            return CommandLine.WrongUse;
        }
        catch (EventhouseException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return CommandLine.Failed;
        }
        catch (IOException exception)
        {
            // Kestrel reports a port in use this way; files that cannot be read come here too.
            await Console.Error.WriteLineAsync(exception.Message);
            return CommandLine.Failed;
        }
        catch (OperationCanceledException)
        {
            return CommandLine.Ok;
        }
    }
}
