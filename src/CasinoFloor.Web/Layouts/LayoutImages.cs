using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace CasinoFloor.Web.Layouts;

/// <summary>A stored background image.</summary>
/// <param name="File">Its name, made of its content: the same picture has the same name.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
public sealed record StoredImage(string File, int Width, int Height);

/// <summary>Background images, in a folder of the data directory. Only PNG and JPEG: other formats may carry scripts.</summary>
/// <param name="folder">The folder; made when the first image comes.</param>
/// <param name="options">The limits.</param>
public sealed partial class LayoutImages(string folder, LayoutOptions options)
{
    // More than a browser can draw at once on a tablet.
    private const int MostPixels = 8192;

    /// <summary>How many bytes an image may have.</summary>
    public long MaxBytes => options.MaxImageBytes;

    /// <summary>Stores an image, or says why not.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<(StoredImage? Image, string? Error)> SaveAsync(Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var buffer = new MemoryStream();
        var part = new byte[81920];
        for (int read; (read = await content.ReadAsync(part, cancellationToken)) > 0;)
        {
            buffer.Write(part, 0, read);
            if (buffer.Length > options.MaxImageBytes)
                return (null, $"The image has more than {options.MaxImageBytes / 1024:N0} KB; make it smaller, or raise Layout:MaxImageBytes.");
        }

        var bytes = buffer.ToArray();
        if (ImageHeader.Read(bytes) is not { } header)
            return (null, "Only PNG and JPEG images can be used. Save a drawing of another kind (SVG, PDF) as PNG first.");

        if (header.Width > MostPixels || header.Height > MostPixels)
            return (null, $"The image is {header.Width} x {header.Height} pixels; each side may have up to {MostPixels}.");

        var name = $"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}.{header.Extension}";
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            // Older layouts name theirs, so that none is removed by itself.
            if (Directory.EnumerateFiles(folder).Count() >= options.MaxImages)
                return (null, $"There are {options.MaxImages:N0} images already: remove some that no layout needs from {folder}, or raise Layout:MaxImages.");

            await WriteAsync(path, bytes, cancellationToken);
        }

        return (new StoredImage(name, header.Width, header.Height), null);
    }

    /// <summary>The path and content type of a stored image; null where there is none of that name.</summary>
    public (string Path, string ContentType)? Find(string file)
    {
        if (!Name().IsMatch(file))
            return null;

        var path = Path.Combine(folder, file);
        return File.Exists(path) ? (path, file.EndsWith("png", StringComparison.Ordinal) ? "image/png" : "image/jpeg") : null;
    }

    // Under its name only when it is whole.
    private static async Task WriteAsync(string path, byte[] bytes, CancellationToken cancellationToken)
    {
        var draft = $"{path}.{Guid.NewGuid():n}";
        try
        {
            await File.WriteAllBytesAsync(draft, bytes, cancellationToken);
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    [GeneratedRegex("^[0-9a-f]{32}\\.(png|jpg)$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
