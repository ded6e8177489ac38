namespace CasinoFloor.Web.Components.Layouts;

/// <summary>What is written into the form that saves a draft. It outlives the panel that shows it.</summary>
public sealed class LayoutSaveForm
{
    /// <summary>The version's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Who saves it.</summary>
    public string Who { get; set; } = "";

    /// <summary>What is to be said of it.</summary>
    public string Comment { get; set; } = "";

    /// <summary>Whether it holds from a moment of its own, not from now.</summary>
    public bool IsTimed { get; set; }

    /// <summary>That moment, in the property's time.</summary>
    public DateTime Since { get; set; }

    /// <summary>What was written of one draft does not hold for the next; who saves it does.</summary>
    public void Clear() => (Name, Comment, IsTimed) = ("", "", false);
}
