using System.Globalization;

namespace CasinoFloor.Kql.Functions;

/// <content>Element-wise arithmetic and simple measures of series.</content>
internal static partial class RuntimeCatalog
{
    private static void AddSeries(Action<string, RuntimeFunction> add)
    {
        add("series_binary", SeriesBinary);
        add("series_unary", SeriesUnary);
        add("series_sum", a => Numbers(a[0]) is { Count: > 0 } x ? Text(x.OfType<double>().Sum()) : null);
        add("array_sum", a => Json.Array(a[0]) is { Count: > 0 } items && items.TrueForAll(i => i == "null" || (Json.Number(i) is not null && !i.StartsWith('"') && i is not ("true" or "false")))
            ? Text(items.Select(Json.Number).OfType<double>().Sum()) : null);
        add("series_product", a => Numbers(a[0]) is { Count: > 0 } x ? Text(x.OfType<double>().Aggregate(1.0, (p, v) => p * v)) : null);
        add("series_magnitude", a => Numbers(a[0]) is { } x ? Text(Math.Sqrt(x.OfType<double>().Sum(v => v * v))) : null);
        add("series_dot_product", a => Pair(a[0], a[1]) is { } pairs ? Text(pairs.Sum(p => p.X * p.Y)) : null);
        add("series_pearson_correlation", a =>
        {
            if (Numbers(a[0]) is not { } x || Numbers(a[1]) is not { } y || x.Count != y.Count || x.Count == 0 || x.Contains(null) || y.Contains(null))
            {
                return null;
            }

            var (mx, my) = (x.Average()!.Value, y.Average()!.Value);
            var covariance = x.Zip(y, (p, q) => (p!.Value - mx) * (q!.Value - my)).Sum();
            return Text(covariance / Math.Sqrt(x.Sum(p => (p!.Value - mx) * (p.Value - mx)) * y.Sum(q => (q!.Value - my) * (q.Value - my))));
        });
        add("series_cosine_similarity", a =>
        {
            if (Pair(a[0], a[1]) is not { } pairs || Numbers(a[0])!.Count != Numbers(a[1])!.Count)
            {
                return null;
            }

            var x = Real(At(a, 2)) ?? Math.Sqrt(pairs.Sum(p => p.X * p.X));
            var y = Real(At(a, 3)) ?? Math.Sqrt(pairs.Sum(p => p.Y * p.Y));
            return Text(pairs.Sum(p => p.X * p.Y) / (x * y));
        });
    }

    /// <summary>The numbers of a series; null elements stay null. Null when it is no array.</summary>
    private static List<double?>? Numbers(string? json) => Json.Array(json)?.ConvertAll(Json.Number);

    private static List<(double X, double Y)>? Pair(string? left, string? right)
    {
        var (x, y) = (Numbers(left), Numbers(right));
        if (x is null && y is null)
        {
            return null;
        }

        x ??= [.. Enumerable.Repeat(Real(left), y!.Count)];
        y ??= [.. Enumerable.Repeat(Real(right), x.Count)];
        return [.. x.Zip(y).Where(p => p.First is not null && p.Second is not null).Select(p => (p.First!.Value, p.Second!.Value))];
    }

    private static string? SeriesBinary(string?[] a)
    {
        var (left, right) = (Json.Array(a[1]), Json.Array(a[2]));
        if (left is null && right is null)
        {
            return null;
        }

        var count = Math.Max(left?.Count ?? 0, right?.Count ?? 0);
        string Element(List<string>? items, string? single, int i) => items is null ? single ?? "null" : i < items.Count ? items[i] : "null";
        return Json.Write(Enumerable.Range(0, count).Select(i => Combine(a[0]!, Element(left, a[1], i), Element(right, a[2], i))));
    }

    private static string Combine(string op, string left, string right)
    {
        if (Json.Number(left) is not { } x || Json.Number(right) is not { } y)
        {
            return "null";
        }

        if (op is "add" or "subtract" or "multiply" && Json.IsInteger(left) && Json.IsInteger(right))
        {
            var (m, n) = (long.Parse(left, CultureInfo.InvariantCulture), long.Parse(right, CultureInfo.InvariantCulture));
            return Text(unchecked(op switch { "add" => m + n, "subtract" => m - n, _ => m * n }))!;
        }

        return op switch
        {
            "add" => Json.Number(x + y),
            "subtract" => Json.Number(x - y),
            "multiply" => Json.Number(x * y),
            "divide" => Json.Number(x / y),
            "pow" => Json.Number(Math.Pow(x, y)),
            "greater" => Text(x > y),
            "greater_equals" => Text(x >= y),
            "less" => Text(x < y),
            "less_equals" => Text(x <= y),
            "equals" => Text(x.Equals(y)),
            _ => Text(!x.Equals(y)),
        };
    }

    private static string? SeriesUnary(string?[] a) => Json.Array(a[1]) is not { } items ? null : Json.Write(items.Select(item =>
    {
        if (Json.Number(item) is not { } x)
        {
            return "null";
        }

        var isWhole = Json.IsInteger(item);
        return a[0] switch
        {
            "abs" => isWhole ? Text((long)Math.Abs(x))! : Json.Number(Math.Abs(x)),
            "sign" => double.IsNaN(x) ? "null" : Text((long)Math.Sign(x))!,
            "floor" => isWhole ? item : Json.Number(Math.Floor(x)),
            "ceiling" => isWhole ? item : Json.Number(Math.Ceiling(x)),
            "exp" => Json.Number(Math.Exp(x)),
            "log" => Json.Number(Math.Log(x)),
            "sin" => Json.Number(Math.Sin(x)),
            "cos" => Json.Number(Math.Cos(x)),
            "tan" => Json.Number(Math.Tan(x)),
            "asin" => Json.Number(Math.Asin(x)),
            "acos" => Json.Number(Math.Acos(x)),
            _ => Json.Number(Math.Atan(x)),
        };
    }));
}
