using System.Text.Json;

namespace CasinoFloor.Eventhouse.Remote.Answers;

/// <summary>Takes the parts of frames, in their order.</summary>
internal interface IFrameHandler
{
    /// <summary>A frame begins.</summary>
    void BeginFrame();

    /// <summary>A property of the frame other than its rows; the value is valid until the call returns.</summary>
    void Property(string name, JsonElement value);

    /// <summary>A row of the frame: a JSON array, or an object that tells why there are no more.</summary>
    void Row(ReadOnlySpan<byte> json);

    /// <summary>The frame has ended.</summary>
    void EndFrame();
}
