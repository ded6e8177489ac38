using System.Text.Json;
using CasinoFloor.Engine.Floor;

namespace CasinoFloor.Web.Hubs;

/// <summary>The words of the contract for the engine's enumerations: camel case, made once.</summary>
internal static class HubNames
{
    private static readonly string[][] FlagNames = [.. Enumerable.Range(0, 256).Select(bits =>
        Enum.GetValues<MachineFlags>().Where(flag => flag != 0 && (bits & (int)flag) != 0).Select(flag => Camel(flag.ToString())).ToArray())];

    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.All[value];

    public static IReadOnlyList<string> Of(MachineFlags flags) => FlagNames[(byte)flags];

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> All = Enum.GetValues<T>().ToDictionary(value => value, value => Camel(value.ToString()));
    }
}
