using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

internal sealed partial class Translator
{
    private string MvExpand(MvExpandRel rel)
    {
        var source = Input(rel.Input);
        var kind = rel.ArrayKind ? "'array'" : "'bag'";
        var lists = rel.Arrays.Select((a, i) =>
            $"json_extract({_emitter.Udf("expand", KqlType.Dynamic, _emitter.Sql(a.Array), kind, rel.Limit is null ? "''" : _emitter.Sql(rel.Limit))}, '$[*]') AS x{i}").ToList();
        var listed = NewName();
        Define(listed, $"SELECT *, {string.Join(", ", lists)} FROM {source}");
        var longest = rel.Arrays.Count == 1 ? "len(x0)" : $"greatest({string.Join(", ", rel.Arrays.Select((_, i) => $"len(x{i})"))})";
        var elements = rel.Arrays.Select((a, i) => $"nullif(CAST(x{i}[{rel.Position.Sql} + 1] AS VARCHAR), 'null') AS {a.Element.Sql}");
        var positioned = NewName();
        Define(positioned, $"SELECT *, unnest(range(0, {longest})) AS {rel.Position.Sql} FROM {listed}");
        var dropped = string.Join(", ", rel.Arrays.Select((_, i) => $"x{i}"));
        return $"SELECT * EXCLUDE ({dropped}), {string.Join(", ", elements)} FROM {positioned}";
    }
}
