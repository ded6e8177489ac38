using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator.Output;

namespace CasinoFloor.Web.Sources.Simulator.House;

/// <summary>Doors, badges, cameras, patrols and incidents round the floor.</summary>
/// <remarks>
/// A sample: <c>{"event_id":"…","location_id":"LOC-CAG-02","event_type":"BADGE_SWIPE","event_timestamp":"2026-11-20T18:00:10.000Z",
/// "floor_section":"Cage","security_level":"High Security","severity":"LOW","employee_id":"EMP-00042","badge_number":"BDG-10042",
/// "access_granted":true}</c>.
/// </remarks>
internal sealed class SecuritySimulation(SimulatorOptions options, EventOutput output)
{
    private readonly SimulatorRandom _random = SimulatorRandom.For(options.Seed, ActionKind.Security, 0);

    /// <summary>A floor of 1,200 machines has about six events a minute.</summary>
    private readonly double _meanSeconds = 10.0 * 1_200 / Math.Max(100, options.Machines);
    private uint _incidents = 4_000;

    /// <summary>When something happens next.</summary>
    public long Next(long at) => at + _random.ExponentialSeconds(_meanSeconds);

    /// <summary>Something happens.</summary>
    public void Step(long at)
    {
        switch (_random.NextDouble())
        {
            case < 0.45:
                Badge(at);
                break;
            case < 0.72:
                Door(at);
                break;
            case < 0.88:
                Camera(at);
                break;
            case < 0.95:
                Begin("SECURITY_PATROL"u8, "LOW"u8, at).Id("officer_id"u8, "OFC-"u8, _random.Between(1, 40), 3);
                output.Send();
                break;
            default:
                Incident(at);
                break;
        }
    }

    private void Badge(long at)
    {
        var granted = !_random.Chance(0.06);
        var type = granted ? (_random.Chance(0.7) ? "BADGE_SWIPE"u8 : "ACCESS_GRANTED"u8) : "ACCESS_DENIED"u8;
        var employee = _random.Between(1, 600);
        var message = Begin(type, granted ? "LOW"u8 : "MEDIUM"u8, at)
            .Id("employee_id"u8, "EMP-"u8, employee, 5)
            .Id("badge_number"u8, "BDG-"u8, 10_000 + employee, 5)
            .Flag("access_granted"u8, granted);
        if (!granted)
        {
            message.Text("denied_reason"u8, _random.Chance(0.8) ? "Insufficient access level"u8 : "Expired badge"u8);
        }

        output.Send();
    }

    private void Door(long at)
    {
        var employee = _random.Between(1, 600);
        Begin("DOOR_ENTRY"u8, "LOW"u8, at)
            .Id("employee_id"u8, "EMP-"u8, employee, 5)
            .Id("badge_number"u8, "BDG-"u8, 10_000 + employee, 5)
            .Flag("access_granted"u8, true);
        output.Send();
    }

    private void Camera(long at)
    {
        var obstructed = _random.Chance(0.1);
        var type = obstructed ? "CAMERA_OBSTRUCTION"u8 : _random.Chance(0.5) ? "MOTION_DETECTED"u8 : "CAMERA_ALERT"u8;
        Begin(type, obstructed ? "MEDIUM"u8 : "LOW"u8, at).Id("camera_id"u8, "CAM-"u8, _random.Between(1, 900), 4);
        output.Send();
    }

    private void Incident(long at)
    {
        var incident = _random.Pick(SecurityWords.Incidents);
        Begin(incident.Type, incident.Severity, at)
            .Id("incident_number"u8, "INC-"u8, ++_incidents, 6)
            .Text("incident_category"u8, incident.Category)
            .Text("description"u8, incident.Description)
            .Id("officer_id"u8, "OFC-"u8, _random.Between(1, 40), 3)
            .Text("resolution_status"u8, _random.Chance(0.5) ? "Open"u8 : "Investigating"u8);
        output.Send();
    }

    private MessageBuilder Begin(ReadOnlySpan<byte> type, ReadOnlySpan<byte> severity, long at)
    {
        var place = _random.Pick(SecurityWords.Places);
        output.Begin(EventStream.Security, "event_id"u8, at)
            .Id("location_id"u8, place.IdPrefix, _random.Between(1, 9), 2).AsKey()
            .Text("event_type"u8, type);
        return output.Time("event_timestamp"u8)
            .Text("floor_section"u8, place.Name)
            .Text("security_level"u8, place.Level)
            .Text("severity"u8, severity);
    }
}
