using CasinoFloor.Engine.Detectors;
using CasinoFloor.Web.Components.KeyFigures;
using CasinoFloor.Web.Components.Machines;
using CasinoFloor.Web.Components.Panels;
using CasinoFloor.Web.Components.Shared;
using CasinoFloor.Web.Live.Viewers;
using CasinoFloor.Web.Training;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor.Services;

namespace CasinoFloor.Web.Components;

/// <summary>Registers and maps the pages.</summary>
public static class FloorComponentsExtensions
{
    /// <summary>Adds the Blazor pages. Needs <c>AddFloorLive</c>, <c>AddKeyFigures</c>, <c>AddPropertyCalendar</c> and an <c>IFloorStatus</c>; a source's <see cref="IScenarioDesk"/> and <see cref="HopperOptions"/> other than the usual are added before.</summary>
    public static IServiceCollection AddFloorComponents(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices();
        services.AddTraining();
        services.AddSingleton<KpiBoard>();
        services.AddSingleton<MachineBoard>();
        services.TryAddSingleton<HopperOptions>();
        services.AddSingleton<IFloorPanels, FloorPanels>();
        services.AddScoped<CircuitConnection>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitConnection>());
        return services;
    }

    /// <summary>
    /// Maps static assets and pages, and gives the designed pages for errors and unknown addresses; a client that does not ask
    /// for HTML gets the bare status 404.
    /// </summary>
    public static WebApplication MapFloorPages(this WebApplication app)
    {
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use((context, next) =>
        {
            if (!WantsPage(context) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
                pages.Enabled = false;

            return next(context);
        });
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.DisableWebSocketCompression = true);
        return app;
    }

    private static bool WantsPage(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.Request.GetTypedHeaders().Accept.Any(accept => accept.MediaType == "text/html");
}
