using CasinoFloor.Engine.Layouts;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Layouts;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Layouts;

/// <summary>Asks for name, person, comment and moment of a draft that is to be saved.</summary>
public sealed partial class LayoutSavePanel
{
    private string _wrong = "";

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired]
    public LayoutSession Session { get; set; } = null!;

    /// <summary>What is written into it.</summary>
    [Parameter, EditorRequired]
    public LayoutSaveForm Form { get; set; } = null!;

    /// <summary>Whether it is being saved.</summary>
    [Parameter]
    public bool Busy { get; set; }

    /// <summary>Why it was not saved; empty for nothing.</summary>
    [Parameter]
    public string Problem { get; set; } = "";

    /// <summary>It is to be saved.</summary>
    [Parameter]
    public EventCallback<LayoutOrder> Save { get; set; }

    /// <summary>It is not to be saved yet.</summary>
    [Parameter]
    public EventCallback Cancel { get; set; }

    [Inject]
    private PropertyCalendar Calendar { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private string Text => _wrong.Length > 0 ? _wrong : Problem;

    private string Summary
    {
        get
        {
            var changes = Session.Document.ChangedCount == 0 ? "The background changes." : $"{LayoutEditor.Machines(Session.Document.ChangedCount)} changed.";
            var wrong = Session.Problems.Overlapping.Count + Session.Problems.Outside.Count;
            return wrong == 0 ? changes : $"{changes} {LayoutEditor.Machines(wrong)} {(wrong == 1 ? "overlaps or stands" : "overlap or stand")} beyond the floor.";
        }
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        if (!Form.IsTimed)
            Form.Since = Calendar.ToLocal(Time.GetUtcNow().UtcDateTime);
    }

    private Task SubmitAsync()
    {
        _wrong = Form.Who.Trim().Length == 0 ? "Say who saves it." : "";
        return _wrong.Length > 0 ? Task.CompletedTask : Save.InvokeAsync(Session.ToOrder() with
        {
            Name = Form.Name,
            SavedBy = Form.Who,
            Comment = Form.Comment,
            EffectiveAt = Form.IsTimed ? Calendar.ToUtc(Form.Since) : null,
        });
    }
}
