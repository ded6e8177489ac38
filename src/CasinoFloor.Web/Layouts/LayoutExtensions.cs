using CasinoFloor.Engine.Layouts;
using CasinoFloor.Eventhouse.Layouts;
using Microsoft.Net.Http.Headers;

namespace CasinoFloor.Web.Layouts;

/// <summary>Registers and maps what the layout editor needs.</summary>
public static class LayoutExtensions
{
    /// <summary>Where background images are.</summary>
    public const string Images = "/layout/images";

    /// <summary>Adds <see cref="LayoutDesk"/> and <see cref="LayoutImages"/>. The host adds Eventhouse and history.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Valid settings.</param>
    /// <param name="dataDirectory">Where the app keeps its data.</param>
    public static IServiceCollection AddFloorLayouts(this IServiceCollection services, LayoutOptions options, string dataDirectory)
    {
        services.AddSingleton(options);
        services.AddSingleton<StoredLayouts>();
        services.AddSingleton<LayoutDesk>();
        services.AddSingleton<IFloorLayouts>(provider => provider.GetRequiredService<LayoutDesk>());
        services.AddSingleton<IFloorBackground>(provider => provider.GetRequiredService<LayoutDesk>());
        services.AddSingleton(new LayoutImages(Path.Combine(dataDirectory, "layout"), options));
        return services;
    }

    /// <summary>Maps <c>GET /layout/images/{file}</c>: a stored image under its type, which a browser may neither guess anew nor run.</summary>
    public static IEndpointRouteBuilder MapFloorLayouts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Images + "/{file}", (string file, LayoutImages images, HttpContext context) =>
        {
            if (images.Find(file) is not { } image)
                return Results.NotFound();

            context.Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
            context.Response.Headers[HeaderNames.ContentSecurityPolicy] = "default-src 'none'; sandbox";
            // The name is made of the content.
            context.Response.Headers[HeaderNames.CacheControl] = "private, max-age=31536000, immutable";
            return Results.File(image.Path, image.ContentType);
        });
        return routes;
    }
}
