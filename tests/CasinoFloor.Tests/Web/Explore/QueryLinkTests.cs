using CasinoFloor.Web.Explore;
using Xunit;

namespace CasinoFloor.Tests.Web.Explore;

public sealed class QueryLinkTests
{
    [Theory]
    [InlineData("")]
    [InlineData("plays | count")]
    [InlineData("~~~text~~~")]
    public void Pack_ShortText_ComesBack(string query) => Assert.Equal(query, QueryLink.Unpack(QueryLink.Pack(query)));

    [Fact]
    public void Pack_LongText_IsShorterAndComesBack()
    {
        var query = string.Concat(Enumerable.Range(0, 200).Select(i => $"| extend c{i} = 'é😀'\n"));

        var packed = QueryLink.Pack(query);

        Assert.True(packed.Length < query.Length / 2);
        Assert.Equal(query, QueryLink.Unpack(packed));
    }

    [Theory]
    [InlineData("~")]
    [InlineData("~!!!")]
    [InlineData("~AAAA")]
    public void Unpack_ADamagedLink_IsNoQuery(string value) => Assert.True(string.IsNullOrEmpty(QueryLink.Unpack(value)));

    [Fact]
    public void Unpack_ALinkThatGrowsWithoutEnd_IsRefused() => Assert.Null(QueryLink.Unpack(QueryLink.Pack(new string('a', 10_000_000))));
}
