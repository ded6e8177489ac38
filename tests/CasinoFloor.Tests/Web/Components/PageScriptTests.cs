using CasinoFloor.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CasinoFloor.Tests.Web.Components;

public sealed class PageScriptTests
{
    private readonly SlowBrowser _browser = new();
    private readonly PageScript<string> _script;

    public PageScriptTests() => _script = new PageScript<string>(_browser, "./a.js");

    [Fact]
    public async Task DisposeAsync_Started_LetsGoOfAll()
    {
        var starting = StartAsync();
        _browser.Import.SetResult();
        _browser.Create.SetResult();
        await starting;
        Assert.NotNull(_script.Made);

        await _script.DisposeAsync();

        Assert.Null(_script.Made);
        Assert.Equal(["import", "create", "dispose", "made released", "module released"], _browser.Calls);
        Assert.Throws<ObjectDisposedException>(() => _browser.Page!.Value);
    }

    [Fact]
    public async Task DisposeAsync_WhileTheScriptLoads_MakesNothingAndLetsGoOfTheScript()
    {
        var starting = StartAsync();
        await _script.DisposeAsync();
        _browser.Import.SetResult();

        await starting;

        Assert.Equal(["import", "module released"], _browser.Calls);
    }

    [Fact]
    public async Task DisposeAsync_WhileItIsMade_LetsGoOfItWhenItComes()
    {
        var starting = StartAsync();
        _browser.Import.SetResult();
        await _script.DisposeAsync();
        _browser.Create.SetResult();

        await starting;

        Assert.Null(_script.Made);
        Assert.Equal(["import", "create", "module released", "dispose", "made released"], _browser.Calls);
        Assert.Throws<ObjectDisposedException>(() => _browser.Page!.Value);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task StartAsync_WhereTheElementIsGone_IsAnErrorOnlyOnAPageThatIsThere(bool left)
    {
        var starting = StartAsync();
        _browser.Import.SetResult();
        if (left)
            await _script.DisposeAsync();

        _browser.Create.SetException(new JSException("no element"));

        if (left)
            await starting;
        else
            await Assert.ThrowsAsync<JSException>(() => starting);
    }

    private Task StartAsync() => _script.StartAsync(new ElementReference("1"), "page", new { });

    /// <summary>A browser that answers when told, without threads of its own.</summary>
    private sealed class SlowBrowser : IJSRuntime
    {
        public List<string> Calls { get; } = [];

        public TaskCompletionSource Import { get; } = new();

        public TaskCompletionSource Create { get; } = new();

        public DotNetObjectReference<string>? Page { get; set; }

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
        {
            Calls.Add(identifier);
            await Import.Task;
            return (TValue)(object)new Reference(this, "module");
        }

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<TValue>(identifier, args);
    }

    private sealed class Reference(SlowBrowser browser, string name) : IJSObjectReference
    {
        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
        {
            browser.Calls.Add(identifier);
            if (identifier != "create")
                return default!;

            browser.Page = (DotNetObjectReference<string>)args![1]!;
            await browser.Create.Task;
            return (TValue)(object)new Reference(browser, "made");
        }

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<TValue>(identifier, args);

        public ValueTask DisposeAsync()
        {
            browser.Calls.Add(name + " released");
            return ValueTask.CompletedTask;
        }
    }
}
