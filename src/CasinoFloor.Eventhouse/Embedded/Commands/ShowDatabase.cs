using System.Security.Cryptography;
using System.Text;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Embedded.Commands;

/// <summary><c>.show version</c>, <c>.show databases</c>, <c>.show database details</c></summary>
internal static class ShowDatabase
{
    private const string Access = "ReadWrite";

    private static readonly string BuildVersion = typeof(ShowDatabase).Assembly.GetName().Version!.ToString();

    // Clients keep what they know of a database under its id: it must be the same at every start.
    private static readonly Guid Id = new(SHA256.HashData(Encoding.UTF8.GetBytes(EmbeddedEventhouse.DatabaseName)).AsSpan(0, 16));

    /// <summary>The version. The time of the build is not known, so that builds can be repeated.</summary>
    public static KqlResult Version() => Answer.Row(
        "BuildVersion:string, BuildTime:datetime, ServiceType:string, ProductVersion:string", BuildVersion, null, "Engine", $"CasinoFloor {BuildVersion}");

    /// <summary>The databases.</summary>
    public static KqlResult Databases() => Answer.Row(
        "DatabaseName:string, PersistentStorage:string, Version:string, IsCurrent:bool, DatabaseAccessMode:string, PrettyName:string, ReservedSlot1:bool, DatabaseId:guid, InTransitionTo:string",
        EmbeddedEventhouse.DatabaseName, "", "v1.0", true, Access, "", null, Id, "");

    /// <summary>The database in detail.</summary>
    public static KqlResult Details(EmbeddedKql kql) => Answer.Row(
        "DatabaseName:string, PersistentStorage:string, Version:string, IsCurrent:bool, DatabaseAccessMode:string, PrettyName:string, RetentionPolicy:string, StreamingIngestionPolicy:string, TotalSize:real, DatabaseId:guid",
        EmbeddedEventhouse.DatabaseName, "", "v1.0", true, Access, "",
        ShowPolicies.Retention(kql.Metadata.Policies.Retention), ShowPolicies.Streaming(kql.Metadata.Policies.Streaming), (double)kql.UsedBytes(), Id);
}
