using MessagePack;

namespace CasinoFloor.Web.Hubs;

/// <summary>Registers and maps the hub.</summary>
public static class FloorHubExtensions
{
    /// <summary>Where the hub is.</summary>
    public const string Path = "/hubs/floor";

    /// <summary>Adds the hub. Needs <c>AddFloorLive</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Valid settings.</param>
    public static IServiceCollection AddFloorHub(this IServiceCollection services, FloorHubOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<HubClients>();
        services.AddSignalR()
            .AddHubOptions<FloorHub>(hub =>
            {
                // A program only asks; what it sends is short.
                hub.MaximumReceiveMessageSize = 8 * 1024;
                hub.StatefulReconnectBufferSize = 0;
            })
            .AddMessagePackProtocol(protocol =>
                protocol.SerializerOptions = MessagePackSerializerOptions.Standard.WithSecurity(MessagePackSecurity.UntrustedData));
        return services;
    }

    /// <summary>Maps the hub, unless a setting says it is not served.</summary>
    public static WebApplication MapFloorHub(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (app.Services.GetRequiredService<FloorHubOptions>().Enabled)
        {
            app.MapHub<FloorHub>(Path);
        }

        return app;
    }
}
