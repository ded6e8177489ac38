using CasinoFloor.Eventhouse.RestApi;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CasinoFloor.Web.Training;

/// <summary>Registers and maps what demonstrations and trainings need.</summary>
public static class TrainingExtensions
{
    /// <summary>Where scenarios are ordered.</summary>
    public const string Path = "/demo/scenarios";

    /// <summary>What somebody at another machine is told.</summary>
    public const string Elsewhere = "Scenarios can be ordered only on the computer that runs CasinoFloor, at a loopback address such as http://localhost:8080.";

    /// <summary>Adds the closed desk, unless the source brought one.</summary>
    public static IServiceCollection AddTraining(this IServiceCollection services)
    {
        services.TryAddSingleton<IScenarioDesk, ClosedScenarioDesk>();
        return services;
    }

    /// <summary>
    /// Maps <c>GET /demo/scenarios</c> (the list) and <c>POST /demo/scenarios/{name}?target=bank:PN-03</c>, from loopback only. Answers 200 with what
    /// happened, 403 to others, 404 for a name or a source that has none, 400 for a target that cannot be read, 409 when nothing could happen.
    /// </summary>
    public static IEndpointRouteBuilder MapTraining(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (HttpContext context, IScenarioDesk desk) =>
            Check(context, desk) ?? Results.Json(desk.Scenarios));
        routes.MapPost(Path + "/{name}", RunAsync).DisableAntiforgery();
        return routes;
    }

    private static async Task<IResult> RunAsync(string name, string? target, HttpContext context, IScenarioDesk desk)
    {
        if (Check(context, desk) is { } refusal)
        {
            return refusal;
        }

        if (!desk.Scenarios.Any(scenario => scenario.IsNamed(name)))
        {
            return Answer(StatusCodes.Status404NotFound, $"There is no scenario '{name}'; there are {string.Join(", ", desk.Scenarios.Select(scenario => scenario.Name))}.");
        }

        if (ScenarioTarget.Parse(target) is not { } where)
        {
            return Answer(StatusCodes.Status400BadRequest, $"The target '{target}' cannot be read; it is {ScenarioTarget.Syntax}.");
        }

        var outcome = await desk.RunAsync(name, where, context.RequestAborted);
        return Results.Json(outcome, statusCode: outcome.Happened ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private static IResult? Check(HttpContext context, IScenarioDesk desk) =>
        !LocalRequest.Is(context) ? Answer(StatusCodes.Status403Forbidden, Elsewhere)
        : desk.ClosedBecause is { } reason ? Answer(StatusCodes.Status404NotFound, reason)
        : null;

    private static IResult Answer(int status, string text) => Results.Json(ScenarioOutcome.Refused(text), statusCode: status);
}
