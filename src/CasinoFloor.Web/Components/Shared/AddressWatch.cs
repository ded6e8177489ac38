using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace CasinoFloor.Web.Components.Shared;

/// <summary>Tells a page whose address holds what is chosen that it has another one, until it is disposed of. Addresses of other pages are not told.</summary>
public sealed class AddressWatch : IDisposable
{
    private readonly NavigationManager _navigation;
    private readonly string _path;
    private readonly Action<string> _moved;

    /// <summary>Begins to watch.</summary>
    /// <param name="navigation">Where addresses come from.</param>
    /// <param name="path">The page's own path, such as /machines.</param>
    /// <param name="moved">Takes the new address, absolute.</param>
    public AddressWatch(NavigationManager navigation, string path, Action<string> moved)
    {
        (_navigation, _path, _moved) = (navigation, path, moved);
        navigation.LocationChanged += OnLocationChanged;
    }

    /// <inheritdoc />
    public void Dispose() => _navigation.LocationChanged -= OnLocationChanged;

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        if (new Uri(change.Location).AbsolutePath == _path)
            _moved(change.Location);
    }
}
