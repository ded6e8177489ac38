// The theme is an attribute of the document, so that style sheets and the map follow it, and a cookie, so that the
// server can send the next page in the right one. Until one is chosen SystemTheme.razor sets it.

const KEPT_SECONDS = 365 * 24 * 3600;
const root = document.documentElement;

export function setTheme(cookie, theme) {
  root.dataset.theme = theme;
  document.cookie = `${cookie}=${theme}; path=/; max-age=${KEPT_SECONDS}; samesite=lax`;
}

/**
 * Tells the layout of the document's theme whenever it is another than the one it shows.
 * @param layout .NET object: ThemeChanged(theme)
 * @param options {theme: the one that the layout shows}
 */
export function create(_, layout, { theme }) {
  let known = theme;
  const tell = () => {
    if (root.dataset.theme !== known) {
      known = root.dataset.theme;
      layout.invokeMethodAsync('ThemeChanged', known);
    }
  };
  const observer = new MutationObserver(tell);
  observer.observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  tell();
  return { dispose: () => observer.disconnect() };
}
