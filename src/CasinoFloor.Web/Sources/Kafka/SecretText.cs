namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>Takes known secrets out of text that comes from elsewhere (a broker, a library) before it is logged or shown.</summary>
public sealed class SecretText
{
    private readonly string[] _secrets;

    /// <summary>Creates it; empty secrets are left out, longer ones are taken out first.</summary>
    public SecretText(IEnumerable<string?> secrets) =>
        _secrets = [.. secrets.OfType<string>().Where(secret => secret.Length > 0).Distinct().OrderByDescending(secret => secret.Length)];

    /// <summary>The text with every secret replaced by <c>***</c>.</summary>
    public string Redact(string? text)
    {
        var result = text ?? "";
        foreach (var secret in _secrets)
            result = result.Replace(secret, "***", StringComparison.Ordinal);
        return result;
    }

    /// <inheritdoc />
    public override string ToString() => "***";
}
