using System.Text;
using CasinoFloor.Kql.Commands;
using Xunit;

namespace CasinoFloor.Tests.Kql.Commands;

/// <summary>Damaged commands: a command or an error with a place inside the text, never an exception.</summary>
public sealed class CommandFuzzTests
{
    private const string Characters = "()[]{}<>|.,:;'\"`~-$\\\n \t@=abct09\uD800\0é";

    private static readonly string[] Seeds =
    [
        ".show tables (A, B) details | where TableName == \"a\" | count",
        ".show database [\"d e\"] schema as json",
        ".show operations guid(00000000-0000-0000-0000-000000000001)",
        ".create-merge table T (a:long, b:string) with (docstring=\"x\", folder='f')",
        ".create-or-alter function with (docstring='a', skipvalidation=true) f(x:long=5, t:(a:int)) { let y = x; t | where a > y }",
        ".create-or-alter table T ingestion json mapping \"m\" '[{\"column\":\"a\",\"path\":\"$.a\",\"datatype\":\"long\"},{\"Column\":\"b\",\"Properties\":{\"Path\":\"$.b\"}}]'",
        ".alter table T policy retention '{\"SoftDeletePeriod\":\"365.00:00:00\",\"Recoverability\":\"Enabled\"}'",
        ".alter-merge table T policy retention softdelete = time(7d) recoverability = disabled",
        ".create async ifnotexists materialized-view with (backfill=true) V on table T { T | summarize take_any(*) by id }",
        ".set-or-append async T with (a=b) <| print 1",
        ".ingest inline into table T with (format=\"csv\") <|\n1,a",
        ".execute database script with (ContinueOnErrors=true) <|\n.create table A (x:long)\n\n.create-or-alter function f() {\n A\n | count }",
    ];

    private static readonly string[] Pieces = ["time(", "'{\"SoftDeletePeriod\":\"time(\"}'", "\\uD800", "```", "with (", "<|", "{", "}", "dynamic(", "['", ".show tables", "| where"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Parse_DamagedCommand_IsACommandOrAnErrorWithItsPlace(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            var text = Damage(Seeds[random.Next(Seeds.Length)], random);

            var parse = KqlCommands.Parse(text);

            Assert.True((parse.Command is null) != (parse.Error is null), text);
            Assert.True(parse.Error is null || (parse.Error.Line > 0 && parse.Error.Start + parse.Error.Length <= text.Length), text);
        }
    }

    private static string Damage(string seed, Random random)
    {
        var text = new StringBuilder(seed);
        for (var count = random.Next(1, 6); count > 0; count--)
        {
            var at = random.Next(text.Length + 1);
            switch (random.Next(3))
            {
                case 0:
                    text.Insert(at, Characters[random.Next(Characters.Length)]);
                    break;
                case 1:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                default:
                    text.Remove(at, Math.Min(random.Next(1, 8), text.Length - at));
                    break;
            }
        }

        return text.ToString();
    }
}
