using System.Text;

namespace CasinoFloor.Engine.Events;

/// <summary>Turns the names of enumerations into the names used in messages, settings and stored rows.</summary>
internal static class CanonicalNames
{
    /// <summary><c>BillIn</c> gives <c>bill_in</c>.</summary>
    public static string Snake<T>(T value)
        where T : struct, Enum
    {
        var name = Enum.GetName(value) ?? throw new ArgumentOutOfRangeException(nameof(value), value, null);
        var snake = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && snake.Length > 0)
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(letter));
        }

        return snake.ToString();
    }

    /// <summary>The names of all values, in order.</summary>
    public static string[] SnakeAll<T>()
        where T : struct, Enum => Array.ConvertAll(Enum.GetValues<T>(), Snake);
}
