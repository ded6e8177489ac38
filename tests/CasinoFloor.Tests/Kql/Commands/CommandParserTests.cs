using CasinoFloor.Kql;
using CasinoFloor.Kql.Commands;
using Xunit;

namespace CasinoFloor.Tests.Kql.Commands;

/// <summary>What each command says, and how those that say nothing are refused.</summary>
public sealed class CommandParserTests
{
    [Theory]
    [InlineData(".show version", typeof(ShowVersionCommand))]
    [InlineData("// who is it\n  .show version", typeof(ShowVersionCommand))]
    [InlineData(".show databases", typeof(ShowDatabasesCommand))]
    [InlineData(".show database", typeof(ShowDatabaseCommand))]
    [InlineData(".show database D details", typeof(ShowDatabaseCommand))]
    [InlineData(".show schema as json", typeof(ShowDatabaseSchemaCommand))]
    [InlineData(".show operations guid(00000000-0000-0000-0000-000000000001)", typeof(ShowOperationsCommand))]
    [InlineData(".show operations", typeof(ShowOperationsCommand))]
    [InlineData(".get ingestion resources", typeof(GetIngestionResourcesCommand))]
    [InlineData(".get kusto identity token", typeof(GetIdentityTokenCommand))]
    [InlineData(".clear table T data", typeof(ClearTableCommand))]
    [InlineData(".drop tables (A, B) ifexists", typeof(DropTablesCommand))]
    [InlineData(".delete table T policy retention", typeof(DeletePolicyCommand))]
    [InlineData(".alter table T folder \"live\"", typeof(AlterTableFolderCommand))]
    public void Parse_Command_IsOfItsType(string text, Type type) => Assert.IsType(type, Parsed<KqlCommand>(text));

    [Theory]
    [InlineData(".show tables", "", false)]
    [InlineData(".SHOW Tables details", "", true)]
    [InlineData(".show tables (A, ['b c'])", "A,b c", false)]
    public void Parse_ShowTables_HasItsNames(string text, string names, bool details)
    {
        var command = Parsed<ShowTablesCommand>(text);

        Assert.Equal(names, string.Join(',', command.Tables));
        Assert.Equal(details, command.Details);
    }

    [Theory]
    [InlineData(".show database schema", "", false, SchemaFormat.Rows)]
    [InlineData(".show database ['my db'] schema as json", "my db", false, SchemaFormat.Json)]
    [InlineData(".show database cslschema", "", false, SchemaFormat.Csl)]
    [InlineData(".show databases schema as json", "", true, SchemaFormat.Json)]
    [InlineData(".show databases (A, B) schema", "A,B", false, SchemaFormat.Rows)]
    public void Parse_ShowDatabaseSchema_HasDatabasesAndFormat(string text, string names, bool all, SchemaFormat format)
    {
        var command = Parsed<ShowDatabaseSchemaCommand>(text);

        Assert.Equal((names, all, format), (string.Join(',', command.Databases), command.All, command.Format));
    }

    [Theory]
    [InlineData(".show ingestion mappings", null, null)]
    [InlineData(".show table T ingestion json mappings", "T", null)]
    [InlineData(".show table T ingestion json mapping \"m\"", "T", "m")]
    [InlineData(".show database ingestion mappings", null, null)]
    public void Parse_ShowMappings_HasTableAndName(string text, string? table, string? mapping)
    {
        var command = Parsed<ShowIngestionMappingsCommand>(text);

        Assert.Equal((table, mapping), (command.Table, command.Mapping));
    }

    [Fact]
    public void Parse_CreateTable_HasColumnsInOrder()
    {
        var command = Parsed<CreateTablesCommand>(".create-merge table ['a b'] (x:long, ['y z']: string, t:datetime) with (docstring='d', folder=\"f\")");

        var table = Assert.Single(command.Tables);
        Assert.Equal("a b", table.Name);
        Assert.Equal([new("x", KqlType.Long), new("y z", KqlType.String), new("t", KqlType.DateTime)], table.Columns);
        Assert.Equal((true, "d", "f"), (command.Merge, command.Docstring, command.Folder));
    }

    [Fact]
    public void Parse_CreateTables_HasEachTable()
    {
        var command = Parsed<CreateTablesCommand>(".create tables A(x:int), B(y:real, z:bool)");

        Assert.Equal(["A", "B"], command.Tables.Select(t => t.Name));
        Assert.False(command.Merge);
    }

    [Fact]
    public void Parse_CreateFunction_KeepsParametersAndBody()
    {
        var command = Parsed<CreateFunctionCommand>("""
            .create-or-alter function with (docstring = "all of it", skipvalidation = true) f(x:long = 5, t:(a:int))
            {
                let y = x; // y
                t | where a > y
            }
            """);

        Assert.Equal(("f", "(x:long = 5, t:(a:int))", CreateMode.OrAlter), (command.Name, command.Parameters, command.Mode));
        Assert.StartsWith("{", command.Body, StringComparison.Ordinal);
        Assert.EndsWith("}", command.Body, StringComparison.Ordinal);
        Assert.True(command.SkipValidation);
        Assert.Equal("all of it", command.Docstring);
        Assert.Null(new KqlEngine(new KqlCatalog([], command.Statement)).Analyze(new KqlQuery("f(1, datatable(a:int)[1])")).Error);
    }

    [Theory]
    [InlineData(".create function ifnotexists f() { 1 }", CreateMode.IfNotExists)]
    [InlineData(".create function f() { 1 }", CreateMode.Create)]
    [InlineData(".alter function f() { 1 }", CreateMode.Alter)]
    public void Parse_CreateFunction_HasItsMode(string text, CreateMode mode) => Assert.Equal(mode, Parsed<CreateFunctionCommand>(text).Mode);

    [Fact]
    public void Parse_CreateMapping_ReadsBothForms()
    {
        var command = Parsed<CreateJsonMappingCommand>("""
            .create-or-alter table T ingestion json mapping "m" '['
              '{"column":"a","path":"$.a","datatype":"long"},'
              '{"Column":"b","Properties":{"Path":"$.b.c","Transform":"DateTimeFromUnixSeconds"}},'
              '{"column":"c","Properties":{"ConstValue":"7"}}]'
            """);

        Assert.Equal(("T", "m", CreateMode.OrAlter), (command.Table, command.Name, command.Mode));
        Assert.Equal(
            [new("a", "long", "$.a", null, null), new("b", null, "$.b.c", "DateTimeFromUnixSeconds", null), new("c", null, null, null, "7")],
            command.Columns);
    }

    [Theory]
    [InlineData(".alter-merge table T policy retention softdelete = 7d recoverability = disabled", 7.0, false, true)]
    [InlineData(".alter table T policy retention '{\"SoftDeletePeriod\":\"365.00:00:00\",\"Recoverability\":\"Enabled\"}'", 365.0, true, false)]
    [InlineData(".alter database D policy retention ```{ \"SoftDeletePeriod\": \"1.12:00:00\" }```", 1.5, null, false)]
    [InlineData(".alter tables (A, B) policy retention softdelete=time(36h)", 1.5, null, false)]
    public void Parse_AlterRetention_HasPeriodAndRecoverability(string text, double days, bool? recoverable, bool merge)
    {
        var command = Parsed<AlterRetentionPolicyCommand>(text);

        Assert.Equal((TimeSpan.FromDays(days), recoverable, merge), (command.SoftDeletePeriod, command.Recoverable, command.Merge));
    }

    [Theory]
    [InlineData(".alter table T policy streamingingestion enable", true)]
    [InlineData(".alter table T policy streamingingestion disable", false)]
    [InlineData(".alter database policy streamingingestion '{\"IsEnabled\": true, \"HintAllocatedRate\": 2.1}'", true)]
    public void Parse_AlterStreaming_HasItsState(string text, bool enabled) => Assert.Equal(enabled, Parsed<AlterStreamingPolicyCommand>(text).IsEnabled);

    [Theory]
    [InlineData(".alter table T policy update '[{\"Source\": \"S\", \"Query\": \"S | take 1\"}]'", false, false)]
    [InlineData(".alter-merge table T policy update ```[{\"IsEnabled\": true, \"Source\": \"S\", \"Query\": \"S | take 1\", \"IsTransactional\": true, \"PropagateIngestionProperties\": false, \"ManagedIdentity\": null}]```", true, true)]
    public void Parse_AlterUpdate_HasItsEntries(string text, bool merge, bool isTransactional)
    {
        var command = Parsed<AlterUpdatePolicyCommand>(text);

        Assert.Equal((merge, "T"), (command.Merge, Assert.Single(command.Entity.Names)));
        Assert.Equal(new KqlUpdate("S", "S | take 1") { IsTransactional = isTransactional }, Assert.Single(command.Updates));
    }

    [Theory]
    [InlineData(".alter table T policy update '{}'", "JSON array")]
    [InlineData(".alter table T policy update '[{\"Source\": \"S\"}]'", "'Source' and 'Query'")]
    [InlineData(".alter table T policy update '[1]'", "JSON object")]
    [InlineData(".alter table T policy update '[{\"Source\": \"S\", \"Query\": \"S\", \"Colour\": 1}]'", "'Colour'")]
    [InlineData(".alter database D policy update '[]'", "a database has no update policy")]
    public void Parse_UnsoundUpdatePolicy_SaysWhy(string text, string why) => Assert.Contains(why, KqlCommands.Parse(text).Error?.Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_CreateView_HasTableAndQuery()
    {
        var command = Parsed<CreateMaterializedViewCommand>(
            ".create async ifnotexists materialized-view with (backfill=true) V on table T { T | summarize take_any(*) by id }");

        Assert.Equal(("V", "T", CreateMode.IfNotExists, true), (command.Name, command.Table, command.Mode, command.Async));
        Assert.Equal("T | summarize take_any(*) by id", command.Query.Text.Trim());
        Assert.Equal("true", command.Properties["Backfill"]);
    }

    [Theory]
    [InlineData(".set T <| print 1", IngestMode.Set, false)]
    [InlineData(".append async T <| print 1", IngestMode.Append, true)]
    [InlineData(".set-or-append T with (distributed=false) <| print 1", IngestMode.SetOrAppend, false)]
    [InlineData(".set-or-replace T <|\nprint 1", IngestMode.SetOrReplace, false)]
    public void Parse_IngestFromQuery_HasModeAndQuery(string text, IngestMode mode, bool isAsync)
    {
        var command = Parsed<IngestFromQueryCommand>(text);

        Assert.Equal((mode, "T", isAsync, "print 1"), (command.Mode, command.Table, command.Async, command.Query.Text.Trim()));
        Assert.Equal(text[command.Query.Start..], command.Query.Text);
    }

    [Theory]
    [InlineData(".ingest inline into table T <|\n1,\"a ' b\"\n2,'", "1,\"a ' b\"\n2,'")]
    [InlineData(".ingest inline into table T with (format=\"csv\") <| 1,a", "1,a")]
    [InlineData(".ingest inline into table T [1,a]", "1,a")]
    public void Parse_IngestInline_KeepsDataUnread(string text, string data) => Assert.Equal(data, Parsed<IngestInlineCommand>(text).Data);

    [Fact]
    public void Parse_Script_HasItsCommandsInOrder()
    {
        var command = Parsed<ExecuteScriptCommand>("""
            .execute database script with (ContinueOnErrors=true) <|
            // tables first
            .create-merge table A (x:long)

            .alter table A policy retention ```
            .5 {"SoftDeletePeriod":"1"}```
            .create-or-alter function f() {
                A
                | count
            }
            """.Replace(".5 ", "", StringComparison.Ordinal));

        Assert.Equal([typeof(CreateTablesCommand), typeof(AlterRetentionPolicyCommand), typeof(CreateFunctionCommand)], command.Commands.Select(c => c.GetType()));
        Assert.Equal((true, false), (command.ContinueOnErrors, command.ThrowOnErrors));
    }

    [Theory]
    [InlineData("print 1", KqlErrorCodes.Syntax, "'.'", 1, 1)]
    [InlineData(".", KqlErrorCodes.Syntax, "a command", 1, 2)]
    [InlineData(".show capacity", KqlErrorCodes.Unsupported, "'.show capacity'", 1, 1)]
    [InlineData(".show table T extents", KqlErrorCodes.Unsupported, "'.show table extents'", 1, 1)]
    [InlineData(".purge table T", KqlErrorCodes.Unsupported, "'.purge'", 1, 1)]
    [InlineData(".alter column T.a type=long", KqlErrorCodes.Unsupported, "'.alter column'", 1, 1)]
    [InlineData(".alter table T (a:long)", KqlErrorCodes.Unsupported, "'.alter table columns'", 1, 1)]
    [InlineData(".alter table T policy caching hot = 3d", KqlErrorCodes.Unsupported, "'policy caching'", 1, 1)]
    [InlineData(".ingest into table T ('https://x')", KqlErrorCodes.Unsupported, "'.ingest into'", 1, 1)]
    [InlineData(".create table T ingestion csv mapping 'm' '[]'", KqlErrorCodes.Unsupported, "'csv mapping'", 1, 1)]
    [InlineData(".show tables extra", KqlErrorCodes.Syntax, "'extra'", 1, 14)]
    [InlineData(".create table T (a:lung)", KqlErrorCodes.Syntax, "a type", 1, 20)]
    [InlineData(".create table T (a:long,\n  a:int)", KqlErrorCodes.Semantic, "'a' is declared twice", 2, 3)]
    [InlineData(".create function f() { T | frobnicate }", KqlErrorCodes.Syntax, "frobnicate", 1, 28)]
    [InlineData(".set T <|\n T | where", KqlErrorCodes.Syntax, "ends", 2, 11)]
    [InlineData(".set T <|  ", KqlErrorCodes.Syntax, "a query", 1, 12)]
    [InlineData(".show tables | where", KqlErrorCodes.Syntax, "ends", 1, 21)]
    [InlineData(".alter table T policy retention '{'", KqlErrorCodes.Semantic, "not JSON", 1, 33)]
    [InlineData(".execute database script <| .execute database script <| .show tables", KqlErrorCodes.Unsupported, ".execute inside a script", 1, 29)]
    [InlineData(".alter table T policy retention '{\"SoftDeletePeriod\":\"\\\\uD800\"}'", KqlErrorCodes.Semantic, "half of a character", 1, 33)]
    [InlineData(".execute database script <|\n.show tables\n.frob x", KqlErrorCodes.Unsupported, "'.frob'", 3, 1)]
    [InlineData(".create table T ingestion json mapping 'm' '[{\"path\":\"$.a\"}]'", KqlErrorCodes.Semantic, "'column'", 1, 44)]
    public void Parse_WhatIsNoCommand_SaysWhyAndWhere(string text, string code, string message, int line, int column)
    {
        var parse = KqlCommands.Parse(text);

        Assert.Null(parse.Command);
        Assert.NotNull(parse.Error);
        Assert.Contains(message, parse.Error.Message, StringComparison.Ordinal);
        Assert.Equal((code, line, column), (parse.Error.Code, parse.Error.Line, parse.Error.Column));
    }

    [Theory]
    [InlineData(" // a\n .show tables", true)]
    [InlineData("T | where .5 > 1", false)]
    [InlineData("", false)]
    public void IsCommand_Text_BeginsWithADot(string text, bool expected) => Assert.Equal(expected, KqlCommands.IsCommand(text));

    internal static T Parsed<T>(string text)
        where T : KqlCommand
    {
        var parse = KqlCommands.Parse(text);
        Assert.Null(parse.Error);
        return Assert.IsAssignableFrom<T>(parse.Command);
    }
}
