// The theme is an attribute of the document, so that style sheets and the map follow it, and a cookie, so that the
// server can send the next page in the right one.

const KEPT_SECONDS = 365 * 24 * 3600;

export function setTheme(cookie, theme) {
  document.documentElement.dataset.theme = theme;
  document.cookie = `${cookie}=${theme}; path=/; max-age=${KEPT_SECONDS}; samesite=lax`;
}
