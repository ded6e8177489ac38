using System.Text;
using CasinoFloor.Engine.Decoding;
using Xunit;

namespace CasinoFloor.Tests.Engine.Decoding;

public sealed class Utf8NameTableTests
{
    private static readonly string[] Names =
    [
        "a", "ab", "abc", "zone", "coin_in", "coin_out", "event_id", "machine_id", "event_timestamp", "theoretical_hold",
        "a_very_long_name_1_of_a_field", "a_very_long_name_2_of_a_field", "x-y.z@w",
    ];

    [Fact]
    public void Find_EveryNameInAnyCase_IsItsIndex()
    {
        var table = new Utf8NameTable(Names);
        for (var i = 0; i < Names.Length; i++)
        {
            Assert.Equal(i, table.Find(Encoding.UTF8.GetBytes(Names[i])));
            Assert.Equal(i, table.Find(Encoding.UTF8.GetBytes(Names[i].ToUpperInvariant())));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("b")]
    [InlineData("ac")]
    [InlineData("adc")]
    [InlineData("coin_inn")]
    [InlineData("coin-in")]
    [InlineData("a_very_long_name_3_of_a_field")]
    [InlineData("ä")]
    public void Find_OtherName_IsNotFound(string name) => Assert.Equal(-1, new Utf8NameTable(Names).Find(Encoding.UTF8.GetBytes(name)));

    [Fact]
    public void Find_InEmptyTable_IsNotFound() => Assert.Equal(-1, new Utf8NameTable([]).Find("a"u8));

    [Fact]
    public void Find_ThousandNames_AreAllFound()
    {
        var names = Enumerable.Range(0, 1000).Select(i => $"field_{i * 7919}").ToArray();
        var table = new Utf8NameTable(names);
        Assert.Equal(Enumerable.Range(0, 1000), names.Select(name => table.Find(Encoding.UTF8.GetBytes(name))));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("caf\u00e9")]
    [InlineData("tab\t")]
    public void Create_NoName_Throws(string name) => Assert.Throws<ArgumentException>(() => new Utf8NameTable([name]));
}
