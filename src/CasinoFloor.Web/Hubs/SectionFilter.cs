using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.SignalR;

namespace CasinoFloor.Web.Hubs;

/// <summary>The sections that a stream carries.</summary>
public sealed class SectionFilter
{
    private readonly HashSet<string>? _sections;

    private SectionFilter(HashSet<string>? sections) => _sections = sections;

    /// <summary>The whole floor.</summary>
    public static SectionFilter All { get; } = new(null);

    /// <summary>Whether the whole floor is wanted, and with it what belongs to no section.</summary>
    public bool IsAll => _sections is null;

    /// <summary>Makes the filter of a request.</summary>
    /// <param name="request">The request; null is all.</param>
    /// <param name="known">The newest picture; null before the first tick, when no name can be checked.</param>
    /// <exception cref="HubException">The contract or a section is not known; the message says which are.</exception>
    public static SectionFilter Of(StreamRequest? request, FloorPicture? known)
    {
        if (request is { Contract: < 0 or > FloorHub.Contract })
        {
            throw new HubException($"Contract {request.Contract} is not known here: this server speaks contract {FloorHub.Contract}. Ask for that or for 0, the newest.");
        }

        if (request?.Sections is not { Count: > 0 } sections)
        {
            return All;
        }

        if (known is { Layout.Count: > 0 })
        {
            var names = known.Layout.Plan.Sections;
            if (sections.FirstOrDefault(section => !names.Contains(section)) is { } stranger)
            {
                throw new HubException($"There is no section '{Shorten(stranger)}'. The sections are: {string.Join(", ", names)}.");
            }
        }

        return new SectionFilter([.. sections]);
    }

    /// <summary>Whether a section is wanted.</summary>
    public bool Includes(string section) =>
        _sections is null || _sections.Contains(section.Length == 0 ? FloorPlan.NoSection : section);

    private static string Shorten(string name) => name.Length <= 40 ? name : name[..40] + "…";
}
