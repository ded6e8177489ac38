// Runs the official clients against the address given, and prints what they answered as one JSON object.
// With a token it is sent; without one the app must know the connection as this machine's.
import { Readable } from "node:stream";
import { Client, ClientRequestProperties, KustoConnectionStringBuilder } from "azure-kusto-data";
import { DataFormat, IngestionProperties, StreamDescriptor, StreamingIngestClient } from "azure-kusto-ingest";

const [address, token] = process.argv.slice(2);
const database = "casino_realtime";

function connection() {
    return token
        ? KustoConnectionStringBuilder.withAccessToken(address, token)
        : new KustoConnectionStringBuilder(`Data Source=${address}`);
}

// The client says "Request failed with status code 400": the answer's own body tells why.
async function errorOf(action) {
    try {
        await action();
        return null;
    } catch (error) {
        return { status: error.response?.status ?? null, code: error.response?.data?.error?.code ?? null, message: error.message };
    }
}

async function query(client) {
    const properties = new ClientRequestProperties();
    properties.setTimeout(60_000);
    properties.clientRequestId = "casinofloor;query";
    properties.setParameter("name", "O'Hara \"Penny\"");
    properties.setParameter("least", 9007199254740);
    properties.setParameter("since", "datetime(2026-03-14T15:09:26.5359Z)");
    const answer = await client.execute(
        database,
        "declare query_parameters(name:string, least:long, since:datetime);"
            + "print name = name, least = least, since = since, span = 1h, real = real(nan), bag = dynamic({\"a\": [1, 2]}), missing = long(null) | render table",
        properties,
    );
    const row = answer.primaryResults[0].rows().next().value;
    return { row: row.toJSON(), tables: answer.tableNames, errors: answer.getErrorsCount().errors };
}

async function rowsOf(client, text) {
    const answer = await client.execute(database, text);
    return [...answer.primaryResults[0].rows()].map((row) => [...row.values()]);
}

async function ingest() {
    const properties = new IngestionProperties({ database, table: "Guests", format: DataFormat.JSON, ingestionMappingReference: "guest" });
    const client = new StreamingIngestClient(connection(), properties, false);
    const rows = Array.from({ length: 1000 }, (_, n) => JSON.stringify({ who: { id: n, name: `guest ${n} \u00fc` } })).join("\n");
    await client.ingestFromStream(new StreamDescriptor(Readable.from([rows])), properties);
    return errorOf(() => client.ingestFromStream(new StreamDescriptor(Readable.from(['{"who":{"id":"many"}}'])), properties));
}

const client = new Client(connection());
const result = { query: await query(client) };
result.version = await rowsOf(client, ".show version | project ServiceType");
await client.execute(database, ".create-merge table Guests (id:long, name:string)");
await client.execute(
    database,
    ".create-or-alter table Guests ingestion json mapping 'guest' '[{\"column\":\"id\",\"path\":\"$.who.id\"},{\"column\":\"name\",\"path\":\"$.who.name\"}]'",
);
result.refusedRow = await ingest();
result.guests = await rowsOf(client, "Guests | summarize n = count(), total = sum(id), last = take_anyif(name, id == 999)");
result.firstVersion = [...(await client.executeQueryV1(database, "print one = 1")).primaryResults[0].rows()].map((row) => row.toJSON());
result.semanticError = await errorOf(() => client.execute(database, "slot_events_live | where nothing == 1"));
result.wrongDatabase = await errorOf(() => client.execute("elsewhere", "print 1"));
console.log(JSON.stringify(result));
