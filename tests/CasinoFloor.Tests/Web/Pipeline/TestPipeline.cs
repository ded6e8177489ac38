using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Eventhouse;
using CasinoFloor.Web.Pipeline;
using Microsoft.Extensions.Logging.Abstractions;

namespace CasinoFloor.Tests.Web.Pipeline;

/// <summary>The pipeline with everything real but source and Eventhouse.</summary>
internal static class TestPipeline
{
    public static FloorPipeline Create(IEventSource source, IEventhouse eventhouse, PipelineOptions? options = null)
    {
        var decoding = new DecodingOptions();
        var dialects = ShippedDialects.Under(decoding);
        return new FloorPipeline(
            source, eventhouse, new FloorEngine(new FloorOptions()), () => new EventDecoder(dialects, decoding), [],
            options ?? new PipelineOptions(), TimeProvider.System, NullLoggerFactory.Instance);
    }
}
