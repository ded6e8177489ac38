using CasinoFloor.Engine.Events;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>Registration of the Kafka source and writer.</summary>
public static class KafkaServiceCollectionExtensions
{
    /// <summary>Adds <see cref="KafkaSource"/> as the event source; its settings are checked at start.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The application's configuration, with the section <c>Kafka</c>.</param>
    public static IServiceCollection AddKafkaSource(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddKafkaSettings(configuration);
        services.AddSingleton<KafkaSource>();
        services.AddSingleton<IEventSource>(provider => provider.GetRequiredService<KafkaSource>());
        return services;
    }

    /// <summary>Adds <see cref="KafkaEventWriter"/>; its settings are checked at start.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The application's configuration, with the section <c>Kafka</c>.</param>
    public static IServiceCollection AddKafkaWriter(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddKafkaSettings(configuration);
        services.AddSingleton<KafkaEventWriter>();
        return services;
    }

    private static void AddKafkaSettings(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<KafkaOptions>, KafkaOptionsValidator>());
        services.AddOptions<KafkaOptions>()
            .Bind(configuration.GetSection(KafkaOptions.Section))
            .PostConfigure<IHostEnvironment>(static (options, host) => options.Deployment ??= host.EnvironmentName.ToLowerInvariant())
            .ValidateOnStart();
        services.TryAddSingleton(static provider => KafkaSettings.Resolve(provider.GetRequiredService<IOptions<KafkaOptions>>().Value));
    }
}

/// <summary>Stops the program at start with every error of the section.</summary>
internal sealed class KafkaOptionsValidator : IValidateOptions<KafkaOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, KafkaOptions options)
    {
        var errors = options.Validate();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
