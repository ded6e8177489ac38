using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;
using CasinoFloor.Web.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CasinoFloor.Web.Hosting;

/// <summary>What the console says once the app has started: where the page is, what is read, where the data lies, what to do next.</summary>
public static class Banner
{
    /// <summary>Writes it.</summary>
    public static void Write(WebApplication app, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(output);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var settings = app.Services.GetRequiredService<AppSettings>();
        output.WriteLine();
        output.WriteLine("CasinoFloor");
        foreach (var address in addresses)
        {
            output.WriteLine($"  Page        {address}");
        }

        output.WriteLine($"  Source      {app.Services.GetRequiredService<IEventSource>().Description}");
        output.WriteLine($"  Eventhouse  {app.Services.GetRequiredService<IEventhouse>().Description}");
        output.WriteLine($"  Data        {settings.App.DataDirectory}");
        output.WriteLine($"  Next        {Next(settings)}");
        output.WriteLine("              Ctrl+C stops; what was received by then is stored.");
        output.WriteLine();
    }

    private static string Next(AppSettings settings) => settings.App.Source switch
    {
        SourceKind.Simulator => "open the page; then feed your own events: replay FILE, or --source kafka (see README.md).",
        SourceKind.Replay => "open the page and watch; replay FILE --exit --json stores a file and prints its totals.",
        _ => "open the page; /status shows the lag and what was rejected.",
    };
}
