using CasinoFloor.Eventhouse.QueryFiles;

namespace CasinoFloor.Tests.Eventhouse.QueryFiles;

public sealed class QuestionFileTests
{
    [Fact]
    public void Parse_Header_GivesTitleSentenceAndRoles()
    {
        var question = QuestionFile.Parse("cage/large", "// title: Large cash\n// answers: Who brought\n//   much cash.\n// empty: Nobody did.\n// money: cash_in, cash_out\n// roles: Compliance, Admin\nprint 1\n");

        Assert.Equal("Nobody did.", question.Empty);
        Assert.Equal(("Large cash", "Who brought much cash.", "cage"), (question.Title, question.Answers, question.Area));
        Assert.Equal(["Compliance", "Admin"], question.Roles);
        Assert.Equal(["cash_in", "cash_out"], question.Money);
    }

    [Theory]
    [InlineData("// title: T\nprint 1", "answers")]
    [InlineData("// answers: A\nprint 1", "title")]
    [InlineData("// title: T\n// anwsers: A\nprint 1", "anwsers")]
    [InlineData("// title: T\n// title: T\n// answers: A\nprint 1", "title")]
    public void Parse_WrongHeader_SaysWhichLine(string text, string named)
    {
        var failure = Assert.Throws<FormatException>(() => QuestionFile.Parse("floor/x", text));

        Assert.Contains("kql/floor/x.kql", failure.Message, StringComparison.Ordinal);
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ShippedFolder_NamesQuestionsByPath() =>
        Assert.NotNull(QuestionCatalog.Load(Path.Combine(RepositoryFiles.Root, "kql")).Find("floor/floor_overview"));
}
