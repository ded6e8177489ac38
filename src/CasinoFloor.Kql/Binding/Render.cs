using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private Rel Render(Rel input, RenderSyntax render)
    {
        Visualization = new KqlVisualization(render.Kind, render.Properties);
        return input;
    }
}
