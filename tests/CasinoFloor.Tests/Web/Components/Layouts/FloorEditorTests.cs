using System.Globalization;
using Bunit;
using CasinoFloor.Engine.Drawing;
using CasinoFloor.Engine.Layouts;
using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Kql;
using CasinoFloor.Tests.Eventhouse.Embedded;
using CasinoFloor.Tests.Web.Live;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Components.Layouts;
using CasinoFloor.Web.Components.Pages;
using CasinoFloor.Web.Layouts;
using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace CasinoFloor.Tests.Web.Components.Layouts;

public sealed class FloorEditorTests : BunitContext, IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("layout");
    private readonly FakeFloor _floor = new(3, _ => "Main");
    private readonly KeptText _kept = new();
    private readonly Gate _history = new();
    private TestHouse _house = null!;
    private BunitJSModuleInterop _editor = null!;

    private FloorFeed Feed => Services.GetRequiredService<FloorFeed>();

    private LayoutDesk Desk => Services.GetRequiredService<LayoutDesk>();

    public async ValueTask InitializeAsync()
    {
        _house = await TestHouse.OpenAsync();
        JSInterop.Mode = JSRuntimeMode.Loose;
        var script = JSInterop.SetupModule("./js/layout/editor.js");
        script.Mode = JSRuntimeMode.Loose;
        _editor = script.SetupModule("create", _ => true);
        _editor.Mode = JSRuntimeMode.Loose;
        script.Setup<bool>("keep", _ => true).SetResult(true);
        script.Setup<IJSStreamReference>("kept").SetResult(_kept);
        Services.AddSingleton<TimeProvider>(_house.Time).AddSingleton<IEventhouse>(_house.House).AddLogging();
        Services.AddSingleton(QuestionCatalog.Load(Path.Combine(RepositoryFiles.Root, "kql"))).AddSingleton<EventhouseHistory>().AddSingleton<IHistory>(provider => new WaitingHistory(provider.GetRequiredService<EventhouseHistory>(), _history));
        Services.AddFloorLive(new FloorLiveOptions());
        Services.AddPropertyCalendar("UTC", new CalendarOptions());
        Services.AddFloorLayouts(new LayoutOptions(), _folder.FullName);
    }

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _house.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Open_BeforeAnyMachine_Waits() => Assert.Contains("Waiting for machines", Open(true).Markup, StringComparison.Ordinal);

    [Fact]
    public async Task Open_FromElsewhere_OnlyShows()
    {
        await LoadAsync();

        var page = Open(local: false);

        Assert.Contains("Layout:AllowRemote", page.Find("[role=note]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[role=toolbar]"));
        Assert.Empty(page.FindAll("button.first"));
        Assert.All(page.FindAll("[data-tray]"), row => Assert.True(row.HasAttribute("disabled")));
    }

    [Fact]
    public async Task Canvas_FromElsewhere_ChangesNothingWhateverTheBrowserAsks()
    {
        await LoadAsync();
        var page = Open(local: false);
        var canvas = page.FindComponent<LayoutCanvas>().Instance;

        await page.InvokeAsync(() => canvas.ChooseAsync(0, extend: false, bank: false));
        await page.InvokeAsync(() => canvas.DragAsync(0, 5, 5, 0.1));
        await page.InvokeAsync(() => canvas.PressAsync("remove"));
        await page.InvokeAsync(() => canvas.PlaceAsync(0, 1, 1, 0.1));

        Assert.False(canvas.Session.Document.IsChanged);
    }

    [Fact]
    public async Task Open_WhileTheLayoutIsNotKnown_OnlyShowsAndSaysWhy()
    {
        Feed.OnTick(_floor);

        var page = Open(local: true);

        Assert.Contains("cannot be read", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        await LoadAsync();
        _house.Time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=toolbar]")));
    }

    [Fact]
    public async Task Save_WithAName_StoresTheDraft()
    {
        await LoadAsync();
        var page = Open(local: true);
        await NudgeAsync(page);

        await SaveAsync(page);

        page.WaitForAssertion(() => Assert.Contains("Layout 1", page.Find(".layout-version").TextContent, StringComparison.Ordinal));
        Assert.Equal("Ann", Desk.Newest!.Version.SavedBy);
        Assert.Equal("No changes", page.Find("[data-role=changes]").TextContent);
        Assert.True(Desk.TryTake(out _));
    }

    [Fact]
    public async Task Save_EditedWhileItRuns_KeepsTheEditAsAChange()
    {
        await LoadAsync();
        var page = Open(local: true);
        await NudgeAsync(page);
        var answered = _history.Close();
        await SaveAsync(page);
        var canvas = page.FindComponent<LayoutCanvas>().Instance;
        await page.InvokeAsync(() => canvas.PlaceAsync(1, 9, 9, 0.1));

        answered.SetResult();

        page.WaitForAssertion(() => Assert.Contains("Layout 1", page.Find(".layout-version").TextContent, StringComparison.Ordinal));
        Assert.Equal("1 machine changed", page.Find("[data-role=changes]").TextContent);
        Assert.False(page.Find("button.first").HasAttribute("disabled"));
        Assert.Equal(new FloorPoint(3, 3), canvas.Session.Document.Saved[0].At);
        Assert.NotEqual(new FloorPoint(9, 9), canvas.Session.Document.Saved[1].At);
        var draft = LayoutDraft.Read((string)JSInterop.Invocations["keep"][^1].Arguments[0]!);
        Assert.Equal("M-0001", Assert.Single(draft!.Places).MachineId);
    }

    [Fact]
    public async Task Save_WhileThePageIsLeft_IsSaved()
    {
        await LoadAsync();
        var page = Open(local: true);
        await NudgeAsync(page);
        await page.InvokeAsync(() => page.Find("button.first").Click());
        await page.InvokeAsync(() => page.Find("[data-role=save-who]").Input("Ann"));
        var answered = _history.Close();
        Task saving = Task.CompletedTask;
        await page.InvokeAsync(() => { saving = page.Find("form.layout-fields").SubmitAsync(); });

        await DisposeComponentsAsync();
        answered.SetResult();

        await saving;
        Assert.Equal("Ann", Desk.Newest?.Version.SavedBy);
    }

    [Fact]
    public async Task Save_WithoutWho_AsksForIt()
    {
        await LoadAsync();
        var page = Open(local: true);
        await NudgeAsync(page);
        await page.InvokeAsync(() => page.Find("button.first").Click());

        await page.InvokeAsync(() => page.Find("form.layout-fields").Submit());

        Assert.Contains("who saves", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Null(Desk.Newest);
    }

    [Fact]
    public async Task Arrived_WithChangesOfMyOwn_AsksAndPutsThemOnTop()
    {
        await LoadAsync();
        var page = Open(local: true);
        await NudgeAsync(page);

        await SaveElsewhereAsync();

        page.WaitForAssertion(() => Assert.Contains("Ben saved layout 1", page.Find("[data-role=conflict]").TextContent, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("[data-role=rebase]").Click());
        Assert.Equal("1 machine changed", page.Find("[data-role=changes]").TextContent);
        Assert.Equal(Desk.Newest!.Version.Id, page.FindComponent<LayoutCanvas>().Instance.Session.Base!.Version.Id);
    }

    [Fact]
    public async Task Arrived_MyChangesDropped_AreNotKeptEither()
    {
        await LoadAsync();
        var page = Open(local: true);
        await NudgeAsync(page);
        Assert.NotEqual("", JSInterop.Invocations["keep"][^1].Arguments[0]);
        await SaveElsewhereAsync();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[data-role=conflict]")));

        await page.InvokeAsync(() => page.Find("[data-role=take-theirs]").Click());
        Assert.Contains("(1 machine)", (string)JSInterop.Invocations["confirm"][^1].Arguments[0]!, StringComparison.Ordinal);
        Assert.Equal("1 machine changed", page.Find("[data-role=changes]").TextContent);
        JSInterop.Setup<bool>("confirm", _ => true).SetResult(true);
        await page.InvokeAsync(() => page.Find("[data-role=take-theirs]").Click());

        page.WaitForAssertion(() => Assert.Equal("", JSInterop.Invocations["keep"][^1].Arguments[0]));
        Assert.Equal("No changes", page.Find("[data-role=changes]").TextContent);
    }

    [Fact]
    public async Task Arrived_TheirsWinAndNothingOfMineIsLeft_SaysSo()
    {
        await LoadAsync();
        var page = Open(local: true);
        var canvas = page.FindComponent<LayoutCanvas>().Instance;
        await page.InvokeAsync(() => canvas.PlaceAsync(2, 3, 3, 0.1));
        await SaveElsewhereAsync();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[data-role=rebase-theirs]")));

        await page.InvokeAsync(() => page.Find("[data-role=rebase-theirs]").Click());

        Assert.Equal("Nothing of yours is left: they changed the same 1 machine.", page.Find("[role=status].layout-line").TextContent);
        Assert.Equal("No changes", page.Find("[data-role=changes]").TextContent);
    }

    [Fact]
    public async Task Arrived_WhileTheSaveFormIsFilledIn_ComesBackToItAsItWas()
    {
        await LoadAsync();
        var page = Open(local: true);
        await NudgeAsync(page);
        await page.InvokeAsync(() => page.Find("button.first").Click());
        var moment = _house.Time.GetUtcNow().UtcDateTime.Date.AddDays(30);
        await page.InvokeAsync(() => page.Find("[data-role=save-name]").Input("Summer"));
        await page.InvokeAsync(() => page.Find("[data-role=save-who]").Input("Ann"));
        await page.InvokeAsync(() => page.Find("[data-role=save-comment]").Input("By the bar"));
        await page.InvokeAsync(() => page.Find("[data-role=save-timed]").Change("on"));
        await page.InvokeAsync(() => page.Find("[data-role=save-from]").Change(moment.ToString("s", CultureInfo.InvariantCulture)));

        await SaveElsewhereAsync();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[data-role=conflict]")));
        _house.Time.Advance(TimeSpan.FromMinutes(1));
        await page.InvokeAsync(() => page.Find("[data-role=rebase]").Click());

        Assert.Equal("Save as layout 2", page.Find("section[aria-label='Save the layout'] h2").TextContent);
        await page.InvokeAsync(() => page.Find("form.layout-fields").Submit());
        page.WaitForAssertion(() => Assert.Contains("Layout 2", page.Find(".layout-version").TextContent, StringComparison.Ordinal));
        Assert.Equal(("Summer", "Ann", "By the bar"), (Desk.Newest!.Version.Name, Desk.Newest.Version.SavedBy, Desk.Newest.Version.Comment));
        Assert.Equal(moment, Desk.Newest.Version.EffectiveAt);
    }

    [Fact]
    public async Task Arrived_WithChangesOfMyOwn_TakesTheFocusOnlyWhereItIsLost()
    {
        await LoadAsync();
        var page = Open(local: true);
        await NudgeAsync(page);
        await page.InvokeAsync(() => page.Find("button.first").Click());
        var entered = JSInterop.Invocations["Blazor._internal.domWrapper.focus"].Count;

        await SaveElsewhereAsync();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[data-role=conflict]")));
        await page.InvokeAsync(() => Assert.Single(_editor.Invocations["regain"]));
        Assert.Equal(entered, JSInterop.Invocations["Blazor._internal.domWrapper.focus"].Count);
    }

    [Fact]
    public async Task Arrived_OnAPhone_IsOnePressAway()
    {
        await LoadAsync();
        var page = Open(local: true);
        await NudgeAsync(page);
        await SaveElsewhereAsync();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[data-role=jump]")));
        var entered = JSInterop.Invocations["Blazor._internal.domWrapper.focus"].Count;

        await page.InvokeAsync(() => page.Find("[data-role=jump]").Click());

        Assert.Equal(entered + 1, JSInterop.Invocations["Blazor._internal.domWrapper.focus"].Count);
    }

    [Fact]
    public async Task Arrived_WhereBothChangedTheBackground_SaysSoAndLetsMeChoose()
    {
        await LoadAsync();
        var page = Open(local: true);
        var document = page.FindComponent<LayoutCanvas>().Instance.Session.Document;
        document.Do(document.Edit("Add a background", new LayoutBackground("mine.png", 0, 0, 9)));

        await SaveElsewhereAsync(new LayoutBackground("theirs.png", 0, 0, 9));

        page.WaitForAssertion(() => Assert.Equal("changed by both", page.Find("[data-role=background-change]").TextContent));
        await page.InvokeAsync(() => page.FindAll("[data-role=conflict] button").First(button => button.TextContent.EndsWith("theirs win", StringComparison.Ordinal)).Click());
        Assert.Equal("theirs.png", page.FindComponent<LayoutCanvas>().Instance.Session.Document.Background!.File);
    }

    [Fact]
    public async Task Arrived_WhereBothMovedAMachine_ListsWhatBothDid()
    {
        await LoadAsync();
        var page = Open(local: true);
        var canvas = page.FindComponent<LayoutCanvas>().Instance;
        await page.InvokeAsync(() => canvas.PlaceAsync(2, 3, 3, 0.1));

        await SaveElsewhereAsync();

        page.WaitForAssertion(() => Assert.Equal("Both changed, differently (1)", page.Find("[data-role=conflict] summary").TextContent));
        Assert.Equal(["there: onto the floor at 70, 70", "by you: onto the floor at 3, 3"], page.FindAll("[data-role=conflict] li span").Select(change => change.TextContent));
    }

    [Fact]
    public async Task Arrived_WithMoreChangesThanAreListed_SaysHowManyMore()
    {
        _floor.Grow(60);
        await LoadAsync();
        var page = Open(local: true);
        await NudgeAsync(page);

        await Desk.SaveAsync(
            new LayoutOrder { BaseId = null, SavedBy = "Ben", Places = [.. Enumerable.Range(1, 52).Select(i => new LayoutPlace($"M-{i:0000}", "Main", "", new FloorPoint(70 + i, 70)))] }, TestHouse.Token);

        page.WaitForAssertion(() => Assert.Equal("… and 2 more", page.FindAll("[data-role=conflict] details:first-of-type li")[^1].TextContent));
    }

    [Fact]
    public async Task Arrived_WhereBothChangedAlike_SaysSo()
    {
        await LoadAsync();
        var page = Open(local: true);
        await page.InvokeAsync(() => page.FindComponent<LayoutCanvas>().Instance.PlaceAsync(2, 70, 70, 0.1));

        await SaveElsewhereAsync();

        page.WaitForAssertion(() => Assert.Equal("Both changed alike (1)", page.Find("[data-role=conflict] summary").TextContent));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Arrived_WhileAFileIsToBeImported_ComesBackToItComparedAnew(bool withChanges)
    {
        await LoadAsync();
        var page = Open(local: true);
        if (withChanges)
            await NudgeAsync(page);

        await page.InvokeAsync(() => page.FindAll("button").First(button => button.TextContent.StartsWith("Import", StringComparison.Ordinal)).Click());
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("machine_id,x_coord,y_coord\nM-0002,70,70\n", "plan.csv"));
        page.WaitForAssertion(() => Assert.Equal("1", page.Find("[data-role=import-preview] dd:first-of-type").TextContent));

        await SaveElsewhereAsync();
        if (withChanges)
        {
            page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[data-role=conflict]")));
            await page.InvokeAsync(() => page.Find("[data-role=rebase]").Click());
        }

        page.WaitForAssertion(() => Assert.Equal("0", page.Find("[data-role=import-preview] dd:first-of-type").TextContent));
        Assert.Contains("plan.csv", page.Find("[data-role=import-name]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arrived_WithoutChanges_IsShownAtOnce()
    {
        await LoadAsync();
        var page = Open(local: true);

        await SaveElsewhereAsync();

        page.WaitForAssertion(() => Assert.Contains("Ben saved layout 1", page.Find("[role=status].layout-line").TextContent, StringComparison.Ordinal));
        Assert.Equal(new FloorPoint(70, 70), page.FindComponent<LayoutCanvas>().Instance.Session.Document.At(2));
    }

    [Fact]
    public async Task Import_OfAWrongFile_ListsItsLines()
    {
        await LoadAsync();
        var page = Open(local: true);
        await page.InvokeAsync(() => page.FindAll("button").First(button => button.TextContent.StartsWith("Import", StringComparison.Ordinal)).Click());

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("machine_id,x_coord,y_coord\nM-0000,a,1\n", "plan.csv"));

        page.WaitForAssertion(() => Assert.Contains("Line 2", page.Find("[data-role=import-errors]").TextContent, StringComparison.Ordinal));
        Assert.True(page.Find("[data-role=import-apply]").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Meet_AMachineThatReportsLater_ComesIntoTheTray()
    {
        await LoadAsync();
        var page = Open(local: true);
        await NudgeAsync(page);
        var before = page.FindComponent<LayoutCanvas>().Instance.Session.Tray.Count();

        Grow(4);

        page.WaitForAssertion(() => Assert.Equal(before + 1, page.FindComponent<LayoutCanvas>().Instance.Session.Tray.Count()));
    }

    [Fact]
    public async Task Meet_WhileTheBrowserIsAway_IsShownAsAWholeLaterAndTheNextIsMetToo()
    {
        await LoadAsync();
        var page = Open(local: true);
        page.WaitForAssertion(() => Assert.Single(_editor.Invocations["load"]));
        _editor.SetupVoid("patch", _ => true).SetCanceled();

        Grow(4);
        page.WaitForAssertion(() => Assert.Equal(2, _editor.Invocations["load"].Count));

        Grow(5);
        page.WaitForAssertion(() => Assert.Equal(2, _editor.Invocations["patch"].Count));
        page.WaitForAssertion(() => Assert.Equal(5, ((LayoutScene)_editor.Invocations["load"][^1].Arguments[0]!).Id.Count));
        Assert.Equal(5, page.FindComponent<LayoutCanvas>().Instance.Session.Document.Places.Count);
    }

    [Fact]
    public async Task Open_WithADraftFromBefore_OffersIt()
    {
        await LoadAsync();
        var session = new LayoutSession(Feed.Latest!.Layout.Machines, null, FloorDrawing.Empty);
        session.Editor.Place(1, new FloorPoint(8, 9), 0);
        _kept.Text = LayoutDraft.Write(session, TestHouse.Now);
        var page = Open(local: true);
        page.WaitForAssertion(() => Assert.Contains("1 machine", page.Find("[data-role=draft]").TextContent, StringComparison.Ordinal));

        await page.InvokeAsync(() => page.Find("[data-role=restore]").Click());

        page.WaitForAssertion(() => Assert.Equal("1 machine changed", page.Find("[data-role=changes]").TextContent));
        Assert.Equal(new FloorPoint(8, 9), page.FindComponent<LayoutCanvas>().Instance.Session.Document.At(1));
        Assert.Empty(page.FindAll("[data-role=draft]"));
    }

    [Theory]
    [InlineData("restore", 8, "1 machine changed")]
    [InlineData("restore-theirs", 70, "No changes")]
    public async Task Open_WithADraftThatClashesWithANewerLayout_SaysSoAndLetsOneWin(string button, double x, string changes)
    {
        await LoadAsync();
        var session = new LayoutSession(Feed.Latest!.Layout.Machines, null, FloorDrawing.Empty);
        session.Editor.Place(2, new FloorPoint(8, 8), 0);
        _kept.Text = LayoutDraft.Write(session, TestHouse.Now);
        await SaveElsewhereAsync();
        var page = Open(local: true);
        page.WaitForAssertion(() => Assert.Contains("Both changed, differently: 1 machine.", page.Find("[data-role=draft]").TextContent, StringComparison.Ordinal));
        Assert.Equal(["Take them up, mine win", "Take them up, theirs win", "Drop them"], page.FindAll("[data-role=draft] button").Select(choice => choice.TextContent));

        await page.InvokeAsync(() => page.Find($"[data-role={button}]").Click());

        page.WaitForAssertion(() => Assert.Equal(changes, page.Find("[data-role=changes]").TextContent));
        Assert.Equal(new FloorPoint(x, x), page.FindComponent<LayoutCanvas>().Instance.Session.Document.At(2));
        Assert.Equal(changes == "No changes", page.Markup.Contains("Nothing of yours is left: they changed the same 1 machine.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("{}")]
    [InlineData("{\"places\":[null]}")]
    [InlineData("{\"places\":[{\"machineId\":\"\",\"floorSection\":\"\",\"bank\":\"\"}]}")]
    [InlineData("{\"places\":[],\"basePlaces\":[null]}")]
    [InlineData("{\"places\":[],\"baseBackground\":{}}")]
    [InlineData("{\"places\":[{\"machineId\":\"A\",\"floorSection\":\"\",\"bank\":\"\"},{\"machineId\":\"A\",\"floorSection\":\"\",\"bank\":\"\"}]}")]
    public void Read_ADamagedDraft_IsNone(string text) => Assert.Null(LayoutDraft.Read(text));

    private async Task LoadAsync()
    {
        Feed.OnTick(_floor);
        await Desk.LoadAsync(TestHouse.Token);
    }

    private void Grow(int machines)
    {
        _floor.Grow(machines);
        _house.Time.Advance(TimeSpan.FromSeconds(3));
        Feed.OnTick(_floor);
        _house.Time.Advance(TimeSpan.FromSeconds(1));
    }

    private IRenderedComponent<FloorEditor> Open(bool local) => Render<FloorEditor>(parameters => parameters.AddCascadingValue("Local", local));

    private static Task NudgeAsync(IRenderedComponent<FloorEditor> page) => page.InvokeAsync(async () =>
    {
        var canvas = page.FindComponent<LayoutCanvas>().Instance;
        await canvas.PlaceAsync(0, 3, 3, 0.1);
    });

    private static async Task SaveAsync(IRenderedComponent<FloorEditor> page)
    {
        await page.InvokeAsync(() => page.Find("button.first").Click());
        await page.InvokeAsync(() => page.Find("[data-role=save-who]").Input("Ann"));
        await page.InvokeAsync(() => page.Find("form.layout-fields").Submit());
    }

    private Task SaveElsewhereAsync(LayoutBackground? background = null) => Desk.SaveAsync(
        new LayoutOrder { BaseId = null, SavedBy = "Ben", Background = background, Places = [new LayoutPlace("M-0002", "Main", "", new FloorPoint(70, 70))] }, TestHouse.Token);

    /// <summary>Lets questions through, or has them wait.</summary>
    private sealed class Gate
    {
        public Task Opened { get; private set; } = Task.CompletedTask;

        public TaskCompletionSource Close()
        {
            var opens = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Opened = opens.Task;
            return opens;
        }
    }

    private sealed class WaitingHistory(EventhouseHistory history, Gate gate) : IHistory
    {
        public QuestionCatalog Questions => history.Questions;

        public KqlCatalog Catalog => history.Catalog;

        public async Task<KqlResult> AskAsync(string question, IReadOnlyDictionary<string, object?> parameters, CancellationToken cancellationToken)
        {
            await gate.Opened.WaitAsync(cancellationToken);
            return await history.AskAsync(question, parameters, cancellationToken);
        }

        public Task<KqlResult> QueryAsync(KqlQuery query, CancellationToken cancellationToken) => history.QueryAsync(query, cancellationToken);

        public KqlAnalysis Analyze(KqlQuery query) => history.Analyze(query);
    }

    /// <summary>What the browser's tab has kept.</summary>
    private sealed class KeptText : IJSStreamReference
    {
        public string Text { get; set; } = "";

        public long Length => Text.Length;

        public ValueTask<Stream> OpenReadStreamAsync(long maxAllowedSize = 512_000, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult<Stream>(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Text)));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
