using System.Diagnostics;
using System.Globalization;
using System.Text;
using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.Embedded.Reading;
using CasinoFloor.Eventhouse.Remote.Answers;
using CasinoFloor.Eventhouse.Remote.Ingestion;
using CasinoFloor.Eventhouse.Rows;

namespace CasinoFloor.Benchmarks.Runs;

/// <summary>
/// A bounded run of what a remote Eventhouse costs on our side: slot events encoded and compressed as they are sent, and an answer of slot events read
/// back as a restart does. Processor time, because the network is not measured.
/// </summary>
internal static class RemoteRun
{
    private const int RowsPerWrite = 81_920;

    /// <summary>Runs it with 2,000,000 rows, or as many as the first argument says.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 2_000_000;
        Encode(RowsPerWrite * 4);
        Console.WriteLine(Encode(rows));
        await ReadAsync(RowsPerWrite * 2);
        Console.WriteLine(await ReadAsync(rows));
        return 0;
    }

    private static string Encode(int total)
    {
        using var encoder = new BatchEncoder(TimeProvider.System);
        var source = new EventhouseRows(RowsPerWrite);
        var (rows, raw, sent) = (0L, 0L, 0L);
        var cost = new Cost();
        while (rows < total)
        {
            source.Renew();
            cost.Begin();
            var chunks = encoder.Encode(source.Batches, [new Checkpoint(EventhouseRows.Partition, source.NextOffset)]);
            cost.End();
            rows += chunks.Sum(chunk => (long)chunk.Rows);
            raw += chunks.Sum(chunk => chunk.RawBytes);
            sent += chunks.Sum(chunk => (long)chunk.Body.Length);
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"encode + gzip  {rows / cost.Seconds,12:N0} rows per processor second, {(double)cost.Allocated / rows,6:N1} B allocated, {(double)raw / rows,6:N0} B JSON and {(double)sent / rows,6:N0} B sent for a row");
    }

    private static async Task<string> ReadAsync(int rows)
    {
        var answer = Answer(rows);
        var map = StoredEventMap.Of(EventStream.Slot, (_, id) => (UInt128)id.Length);
        var batch = new EventBatch();
        batch.Reset(EventStream.Slot);
        var read = 0L;
        var cost = new Cost();
        cost.Begin();
        var error = await AnswerReaderV2.ReadAsync(answer, new RowSink(row =>
        {
            map.Add(batch, row, 0);
            if (batch.MessageCount == 4096)
            {
                read += batch.Slots.Count;
                batch.Reset(EventStream.Slot);
            }
        }), CancellationToken.None);
        cost.End();
        read += batch.Slots.Count;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"read back      {read / cost.Seconds,12:N0} rows per processor second, {(double)cost.Allocated / read,6:N1} B allocated, {(double)answer.Length / read,6:N0} B of answer for a row {error}");
    }

    private static MemoryStream Answer(int rows)
    {
        string[] columns =
        [
            "event_timestamp:datetime", "source_offset:long", "enqueued_at:datetime", "event_id:string", "machine_id:string", "event_type:string", "wager_amount:real",
            "payout_amount:real", "bill_amount:real", "floor_section:string", "denomination:real", "player_id:string", "hopper_level:real", "machine_type:string",
            "manufacturer:string", "game_theme:string", "theoretical_hold:real",
        ];
        var answer = new MemoryStream();
        Write("""[{"FrameType":"DataSetHeader"},{"FrameType":"DataTable","TableId":1,"TableKind":"PrimaryResult","TableName":"PrimaryResult","Columns":[""");
        Write(string.Join(',', columns.Select(column => column.Split(':')).Select(parts => $$"""{"ColumnName":"{{parts[0]}}","ColumnType":"{{parts[1]}}"}""")));
        Write("""],"Rows":[""");
        for (var row = 0; row < rows; row++)
        {
            Write(string.Create(
                CultureInfo.InvariantCulture,
                $"""{(row == 0 ? "" : ",")}["2026-03-14T15:09:26.5{row % 1000000:000000}Z",{row},"2026-03-14T15:09:27.0000000Z","74be27de-1e4e-49d9-b579-{row:000000000000}","SLOT-{row % 3000:0000}","SPIN",2.5,1.25,null,"High Limit",0.25,"P-{row % 997}",80.5,"Video Slot","Aristocrat","Buffalo Gold",0.0875]"""));
        }

        Write("""]},{"FrameType":"DataSetCompletion","HasErrors":false,"Cancelled":false}]""");
        answer.Position = 0;
        return answer;

        void Write(string text) => answer.Write(Encoding.UTF8.GetBytes(text));
    }

    private sealed class Cost
    {
        private readonly Process _process = Process.GetCurrentProcess();
        private TimeSpan _cpu;
        private TimeSpan _before;
        private long _allocatedBefore;

        public double Seconds => _cpu.TotalSeconds;

        public long Allocated { get; private set; }

        public void Begin()
        {
            _process.Refresh();
            (_before, _allocatedBefore) = (_process.TotalProcessorTime, GC.GetTotalAllocatedBytes());
        }

        public void End()
        {
            Allocated += GC.GetTotalAllocatedBytes() - _allocatedBefore;
            _process.Refresh();
            _cpu += _process.TotalProcessorTime - _before;
        }
    }
}
