namespace CasinoFloor.Web.KeyFigures;

/// <summary>Registers the key figures.</summary>
public static class KeyFigureExtensions
{
    /// <summary>Adds <see cref="KeyFigureHistory"/>, empty until <see cref="KeyFigureService"/> fills it. The host adds the feed, the history and the calendar.</summary>
    public static IServiceCollection AddKeyFigures(this IServiceCollection services)
    {
        services.AddSingleton<KeyFigureHistory>();
        services.AddSingleton<KeyFigureAsker>();
        return services;
    }
}
