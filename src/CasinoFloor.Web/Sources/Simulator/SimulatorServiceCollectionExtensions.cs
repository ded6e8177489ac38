using CasinoFloor.Engine.Events;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CasinoFloor.Web.Sources.Simulator;

/// <summary>Registration of the simulator.</summary>
public static class SimulatorServiceCollectionExtensions
{
    /// <summary>Adds <see cref="SimulatorSource"/> as the event source; its settings are checked at start.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The application's configuration, with the section <c>Simulator</c>.</param>
    public static IServiceCollection AddSimulatorSource(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSimulatorOptions(configuration);
        services.AddSingleton<SimulatorSource>();
        services.AddSingleton<IEventSource>(provider => provider.GetRequiredService<SimulatorSource>());
        return services;
    }

    /// <summary>Adds <see cref="SimulateToWriter"/>, for events that go to a file instead of the pipeline.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The application's configuration, with the section <c>Simulator</c>.</param>
    public static IServiceCollection AddSimulateToWriter(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSimulatorOptions(configuration);
        services.AddSingleton<SimulateToWriter>();
        return services;
    }

    /// <summary>Adds checked <see cref="SimulatorOptions"/>.</summary>
    private static void AddSimulatorOptions(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SimulatorOptions>, SimulatorOptionsValidator>());
        services.AddOptions<SimulatorOptions>().Bind(configuration.GetSection(SimulatorOptions.Section)).ValidateOnStart();
        services.TryAddSingleton(static provider => provider.GetRequiredService<IOptions<SimulatorOptions>>().Value);
    }
}

/// <summary>Stops the program at start with every error of the section.</summary>
internal sealed class SimulatorOptionsValidator : IValidateOptions<SimulatorOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, SimulatorOptions options)
    {
        var errors = options.Validate();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
