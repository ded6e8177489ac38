namespace CasinoFloor.Web.Explore;

/// <summary>Registers what the Explore page needs.</summary>
public static class ExploreExtensions
{
    /// <summary>Adds <see cref="Explorer"/>. The host adds the history.</summary>
    public static IServiceCollection AddExplore(this IServiceCollection services, ExploreOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<Explorer>();
        return services;
    }
}
