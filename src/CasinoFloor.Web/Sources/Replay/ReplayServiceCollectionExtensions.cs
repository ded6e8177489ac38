using CasinoFloor.Engine.Events;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CasinoFloor.Web.Sources.Replay;

/// <summary>Registration of the replay.</summary>
public static class ReplayServiceCollectionExtensions
{
    /// <summary>Adds <see cref="ReplaySource"/> as the event source; its settings are checked at start.</summary>
    /// <param name="services">The services; an <see cref="IReplayDialects"/> must be among them.</param>
    /// <param name="configuration">The application's configuration, with the section <c>Replay</c>.</param>
    public static IServiceCollection AddReplaySource(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ReplayOptions>, ReplayOptionsValidator>());
        services.AddOptions<ReplayOptions>().Bind(configuration.GetSection(ReplayOptions.Section)).ValidateOnStart();
        services.TryAddSingleton(static provider => provider.GetRequiredService<IOptions<ReplayOptions>>().Value);
        services.AddSingleton(static provider => new ReplaySource(
            provider.GetRequiredService<ReplayOptions>(),
            provider.GetRequiredService<IReplayDialects>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ReplaySource>>()));
        services.AddSingleton<IEventSource>(provider => provider.GetRequiredService<ReplaySource>());
        return services;
    }
}

/// <summary>Stops the program at start with every error of the section.</summary>
internal sealed class ReplayOptionsValidator : IValidateOptions<ReplayOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, ReplayOptions options)
    {
        var errors = options.Validate();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
