using System.Text;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Decoding;

/// <summary>Compiles one stream of a dialect: names to numbers, event types to entries, rules to plans.</summary>
internal sealed class StreamDialectCompiler(
    EventStream stream, StreamDialectOptions options, string path, List<string> errors)
{
    private readonly List<string> _sources = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The compiled stream; null when its settings have errors.</summary>
    /// <param name="directions">On the cash stream: canonical types that move cash.</param>
    public StreamDialect? Compile(Dictionary<string, CashDirection> directions)
    {
        var before = errors.Count;
        var general = Lists(options.Fields, $"{path}:{nameof(options.Fields)}");
        var byType = new Dictionary<string, Dictionary<int, string[]>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (type, fields) in options.FieldsByType)
        {
            var typePath = $"{path}:{nameof(options.FieldsByType)}:{type}";
            CheckCanonicalType(type, typePath);
            byType[type] = Lists(fields, typePath);
        }

        var defaultPlan = Plan(null, general, [], path);
        var entries = new Dictionary<string, EventTypeEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var type in CanonicalTypes(byType, directions))
        {
            var own = byType.GetValueOrDefault(type, []);
            var hasSlotType = SlotEventTypes.TryParse(type, out var slotType) && stream == EventStream.Slot;
            var plan = own.Count == 0 && !hasSlotType
                ? defaultPlan
                : Plan(hasSlotType ? slotType : null, general, own, $"{path}:{nameof(options.FieldsByType)}:{type}");
            var canonical = Encoding.ASCII.GetBytes(type.ToUpperInvariant());
            entries[type] = new EventTypeEntry(canonical, slotType, plan, directions.GetValueOrDefault(type));
        }

        AddAliases(entries, defaultPlan);
        if (_sources.Count > FieldPlan.MaxSources)
        {
            errors.Add($"{path} knows {_sources.Count} field names; at most {FieldPlan.MaxSources} are possible.");
        }

        return errors.Count > before ? null : new StreamDialect
        {
            Sources = new Utf8NameTable(_sources),
            TypeSources = Numbers(StreamFields.EventType, general),
            TimeSources = Numbers(StreamFields.EventTimestamp, general),
            Types = new Utf8NameTable([.. entries.Keys]),
            Entries = [.. entries.Values],
            Unlisted = new EventTypeEntry([], default, defaultPlan, CashDirection.None),
        };
    }

    private IEnumerable<string> CanonicalTypes(
        Dictionary<string, Dictionary<int, string[]>> byType, Dictionary<string, CashDirection> directions) =>
        stream == EventStream.Slot
            ? SlotEventTypes.Names.ToArray()
            : byType.Keys.Concat(directions.Keys).Distinct(StringComparer.OrdinalIgnoreCase);

    // An alias that is itself a canonical name replaces it.
    private void AddAliases(Dictionary<string, EventTypeEntry> entries, FieldPlan defaultPlan)
    {
        foreach (var (alias, canonical) in options.EventTypes)
        {
            var aliasPath = $"{path}:{nameof(options.EventTypes)}:{alias}";
            if (!Utf8NameTable.IsValid(alias))
            {
                errors.Add($"{aliasPath} is not a name of printable ASCII characters.");
            }
            else if (CheckCanonicalType(canonical, aliasPath))
            {
                entries[alias] = entries.GetValueOrDefault(canonical)
                    ?? new EventTypeEntry(Encoding.ASCII.GetBytes(canonical.ToUpperInvariant()), default, defaultPlan, CashDirection.None);
            }
        }
    }

    private bool CheckCanonicalType(string type, string typePath)
    {
        var isKnown = stream == EventStream.Slot ? SlotEventTypes.TryParse(type, out _) : Utf8NameTable.IsValid(type);
        if (!isKnown)
        {
            errors.Add($"{typePath} names '{type}', which is no canonical event type of the {stream.Name()} stream.");
        }

        return isKnown;
    }

    private Dictionary<int, string[]> Lists(Dictionary<string, string[]> fields, string fieldsPath)
    {
        var lists = new Dictionary<int, string[]>();
        foreach (var (field, names) in fields)
        {
            var number = StreamFields.IndexOf(stream, field);
            if (number < 0)
            {
                errors.Add($"{fieldsPath}:{field} is no canonical field of the {stream.Name()} stream; it has "
                    + $"{string.Join(", ", StreamFields.Names(stream).ToArray())}.");
                continue;
            }

            foreach (var name in names ?? [])
            {
                if (!Utf8NameTable.IsValid(name))
                {
                    errors.Add($"{fieldsPath}:{field} has '{name}', which is not a name of printable ASCII characters.");
                }
            }

            lists[number] = Array.FindAll(names ?? [], Utf8NameTable.IsValid);
        }

        return lists;
    }

    private FieldPlan Plan(SlotEventType? type, Dictionary<int, string[]> general, Dictionary<int, string[]> own, string planPath)
    {
        var plan = new FieldPlan();
        var taken = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);

        // Fields with rules of this type claim their names first: such a name means nothing else on the type.
        var fields = Enumerable.Range(0, StreamFields.Names(stream).Length).OrderByDescending(own.ContainsKey);
        foreach (var field in fields)
        {
            if (type is { } slotType && !slotType.MayCarry((SlotField)field))
            {
                if (own.ContainsKey(field))
                {
                    errors.Add($"{planPath}:{StreamFields.Names(stream)[field]} cannot be: no such amount exists on this event type.");
                }

                continue;
            }

            var isOwn = own.TryGetValue(field, out var listed);
            var names = WithCanonical(field, isOwn ? listed! : general.GetValueOrDefault(field, []));
            var free = new List<int>();
            foreach (var name in names)
            {
                if (taken.TryAdd(name, field))
                {
                    free.Add(Number(name));
                }
                else if (isOwn == own.ContainsKey(taken[name]) && taken[name] != field)
                {
                    errors.Add($"{planPath} maps '{name}' to both {StreamFields.Names(stream)[taken[name]]} and {StreamFields.Names(stream)[field]}.");
                }
            }

            if (field is not (StreamFields.EventType or StreamFields.EventTimestamp) && free.TrueForAll(source => source < FieldPlan.MaxSources))
            {
                plan.Map(field, free.ToArray());
            }
        }

        return plan;
    }

    private string[] WithCanonical(int field, string[] names)
    {
        var canonical = StreamFields.Names(stream)[field];
        return names.Contains(canonical, StringComparer.OrdinalIgnoreCase) ? names : [canonical, .. names];
    }

    private int[] Numbers(int field, Dictionary<int, string[]> general) =>
        Array.ConvertAll(WithCanonical(field, general.GetValueOrDefault(field, [])), Number);

    private int Number(string name)
    {
        if (!_numbers.TryGetValue(name, out var number))
        {
            _numbers[name] = number = _sources.Count;
            _sources.Add(name);
        }

        return number;
    }
}
