using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>Registers and maps the endpoints through which Kusto's own tools and clients open the embedded Eventhouse.</summary>
public static class EventhouseApiExtensions
{
    /// <summary>Adds the endpoints' services. Needs an <see cref="IKqlDatabase"/> and a <see cref="TimeProvider"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Valid settings.</param>
    public static IServiceCollection AddEventhouseApi(this IServiceCollection services, EventhouseApiOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<AccessRule>();
        services.AddSingleton<RunningRequests>();
        services.AddSingleton<ApiCalls>();
        services.AddSingleton<RequestCommands>();
        services.AddSingleton<QueryEndpoint>();
        services.AddSingleton<ManagementEndpoint>();
        services.AddSingleton<IngestEndpoint>();
        return services;
    }

    /// <summary>Maps the endpoints, unless a setting says that they are not served.</summary>
    public static IEndpointRouteBuilder MapEventhouseApi(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var services = app.ServiceProvider;
        if (services.GetRequiredService<EventhouseApiOptions>().Enabled)
        {
            var queries = services.GetRequiredService<QueryEndpoint>();
            app.MapPost("/v2/rest/query", (RequestDelegate)queries.SecondVersionAsync);
            app.MapPost("/v1/rest/query", (RequestDelegate)queries.FirstVersionAsync);
            app.MapPost("/v1/rest/mgmt", (RequestDelegate)services.GetRequiredService<ManagementEndpoint>().ServeAsync);
            app.MapPost("/v1/rest/ingest/{database}/{table}", (RequestDelegate)services.GetRequiredService<IngestEndpoint>().ServeAsync);

            // A client that finds nothing here asks nobody for a token.
            app.MapGet("/v1/rest/auth/metadata", () => Results.NotFound());
        }

        return app;
    }
}
