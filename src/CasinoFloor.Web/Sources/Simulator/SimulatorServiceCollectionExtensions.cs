using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Simulator;

/// <summary>Registration of the simulator.</summary>
public static class SimulatorServiceCollectionExtensions
{
    /// <summary>Adds <see cref="SimulatorSource"/> as the event source.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Valid settings.</param>
    public static IServiceCollection AddSimulatorSource(this IServiceCollection services, SimulatorOptions options) =>
        services.AddSingleton<IEventSource>(provider => new SimulatorSource(
            options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<SimulatorSource>>()));
}
