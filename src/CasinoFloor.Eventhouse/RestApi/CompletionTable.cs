using System.Globalization;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>The table with which a query's answer tells how it went.</summary>
internal static class CompletionTable
{
    private static readonly KqlResultColumn[] Columns =
    [
        new("Timestamp", KqlType.DateTime), new("ClientRequestId", KqlType.String), new("ActivityId", KqlType.Guid), new("SubActivityId", KqlType.Guid),
        new("ParentActivityId", KqlType.Guid), new("Level", KqlType.Int), new("LevelName", KqlType.String), new("StatusCode", KqlType.Int),
        new("StatusCodeName", KqlType.String), new("EventType", KqlType.Int), new("EventTypeName", KqlType.String), new("Payload", KqlType.String),
    ];

    /// <summary>Makes the table.</summary>
    /// <param name="result">The result.</param>
    /// <param name="identity">The request.</param>
    /// <param name="took">How long the query ran.</param>
    public static KqlResultTable Of(KqlResult result, RequestIdentity identity, TimeSpan took)
    {
        var statistics = string.Join(',', result.Tables.Select(table => string.Create(CultureInfo.InvariantCulture, $$"""{"table_row_count":{{table.Rows.Count}}}""")));
        var usage = string.Create(CultureInfo.InvariantCulture, $$"""{"ExecutionTime":{{took.TotalSeconds}},"dataset_statistics":[{{statistics}}]}""");
        return new KqlResultTable(
            "QueryCompletionInformation",
            Columns,
            [
                Row(4, "Info", 4, "QueryInfo", """{"Count":1,"Text":"Query completed successfully"}"""),
                Row(6, "Stats", 0, "QueryResourceConsumption", usage),
            ],
            true);

        object?[] Row(int level, string levelName, int type, string typeName, string payload) =>
        [
            identity.Started, identity.ClientRequestId, identity.ActivityId, identity.ActivityId, identity.ActivityId,
            level, levelName, 0, "S_OK (0)", type, typeName, payload,
        ];
    }
}
