using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Training;

namespace CasinoFloor.Web.Sources.Simulator;

/// <summary>Registration of the simulator.</summary>
public static class SimulatorServiceCollectionExtensions
{
    /// <summary>Adds <see cref="SimulatorSource"/> as the event source, and its desk for scenarios.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Valid settings.</param>
    public static IServiceCollection AddSimulatorSource(this IServiceCollection services, SimulatorOptions options)
    {
        services.AddSingleton(provider => new SimulatorSource(
            options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<SimulatorSource>>()));
        services.AddSingleton<IEventSource>(provider => provider.GetRequiredService<SimulatorSource>());
        services.AddSingleton<IScenarioDesk>(provider => provider.GetRequiredService<SimulatorSource>().Desk);
        return services;
    }
}
