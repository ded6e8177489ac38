using System.Buffers.Binary;
using CasinoFloor.Web.Live.Viewers;

namespace CasinoFloor.Tests.Web.Live.Viewers;

public sealed class ViewerRequestTests
{
    [Fact]
    public void Parse_Shown_GivesTheSequence() =>
        Assert.Equal((ViewerRequestKind.Shown, 0x04030201u), (ViewerRequest.Parse([1, 1, 2, 3, 4])!.Value.Kind, ViewerRequest.Parse([1, 1, 2, 3, 4])!.Value.Number));

    [Fact]
    public void Parse_Drawn_GivesTheTimes()
    {
        var message = new byte[9];
        message[0] = 4;
        BinaryPrimitives.WriteSingleLittleEndian(message.AsSpan(1), 120);
        BinaryPrimitives.WriteSingleLittleEndian(message.AsSpan(5), 260.5f);

        var request = ViewerRequest.Parse(message)!.Value;

        Assert.Equal((TimeSpan.FromMilliseconds(120), TimeSpan.FromMilliseconds(260.5)), (request.Median, request.P99));
    }

    [Fact]
    public void Parse_Window_GivesItsCode() => Assert.Equal("shift", ViewerRequest.Parse("\u0003shift"u8)!.Value.Window);

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 1, 2, 3 })]
    [InlineData(new byte[] { 2, 0, 0, 0, 0, 0, 0, 0xf8, 0x7f })] // not a number
    [InlineData(new byte[] { 3, 0xff })]
    [InlineData(new byte[] { 4, 0, 0, 0xc0, 0x7f, 0, 0, 0, 0 })] // not a number
    [InlineData(new byte[] { 4, 0, 0, 0, 0, 0, 0, 0x80, 0xbf })] // -1
    [InlineData(new byte[] { 9, 0, 0, 0, 0 })]
    public void Parse_NoMessageOfOurs_IsNull(byte[] message) => Assert.Null(ViewerRequest.Parse(message));
}
