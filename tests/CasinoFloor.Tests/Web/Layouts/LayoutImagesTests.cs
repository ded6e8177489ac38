using CasinoFloor.Web.Layouts;

namespace CasinoFloor.Tests.Web.Layouts;

public sealed class LayoutImagesTests : IDisposable
{
    // A PNG of one pixel, and the beginning of a JPEG of 3 x 2.
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 17, 8, 0, 2, 0, 3, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("images");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task SaveAsync_PngAndJpeg_AreStoredUnderTheirContent()
    {
        var images = Images();

        var (png, _) = await images.SaveAsync(new MemoryStream(Png), CancellationToken.None);
        var (again, _) = await images.SaveAsync(new MemoryStream(Png), CancellationToken.None);
        var (jpeg, _) = await images.SaveAsync(new MemoryStream(Jpeg), CancellationToken.None);

        Assert.Equal((1, 1), (png!.Width, png.Height));
        Assert.Equal(png.File, again!.File);
        Assert.Equal((3, 2), (jpeg!.Width, jpeg.Height));
        Assert.Equal(["image/png", "image/jpeg"], [images.Find(png.File)!.Value.ContentType, images.Find(jpeg.File)!.Value.ContentType]);
        Assert.Equal(2, _folder.GetFiles("*", SearchOption.AllDirectories).Length);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("<html>")]
    [InlineData("GIF89a")]
    [InlineData("")]
    public async Task SaveAsync_AnythingElse_IsRefused(string content)
    {
        var (image, error) = await Images().SaveAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)), CancellationToken.None);

        Assert.Null(image);
        Assert.Contains("PNG and JPEG", error, StringComparison.Ordinal);
        Assert.Empty(_folder.GetFiles("*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task SaveAsync_TooLargeInBytesOrPixels_IsRefused()
    {
        byte[] wide = [.. Png[..16], 0, 1, 0, 0, .. Png[20..]];

        var (_, bytes) = await Images().SaveAsync(new MemoryStream(new byte[70_000]), CancellationToken.None);
        var (_, pixels) = await Images().SaveAsync(new MemoryStream(wide), CancellationToken.None);

        Assert.Contains("Layout:MaxImageBytes", bytes, StringComparison.Ordinal);
        Assert.Contains("65536 x 1", pixels, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaveAsync_AsManyAsAreKept_RefusesAnotherOneAndNamesTheSetting()
    {
        var images = new LayoutImages(_folder.FullName, new LayoutOptions { MaxImages = 1 });
        await images.SaveAsync(new MemoryStream(Png), CancellationToken.None);

        var (again, _) = await images.SaveAsync(new MemoryStream(Png), CancellationToken.None);
        var (other, error) = await images.SaveAsync(new MemoryStream(Jpeg), CancellationToken.None);

        Assert.NotNull(again);
        Assert.Null(other);
        Assert.Contains("Layout:MaxImages", error, StringComparison.Ordinal);
        Assert.Single(_folder.GetFiles());
    }

    [Theory]
    [InlineData("../layout.png")]
    [InlineData("..%2Fx.png")]
    [InlineData("0123456789abcdef0123456789abcdef.svg")]
    [InlineData("0123456789abcdef0123456789abcdef.png")]
    public void Find_AnotherName_IsNothing(string file) => Assert.Null(Images().Find(file));

    private LayoutImages Images() => new(Path.Combine(_folder.FullName, "layout"), new LayoutOptions { MaxImageBytes = 65_536 });
}
