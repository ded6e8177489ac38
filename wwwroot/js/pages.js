// On a small screen the pages are a sheet under their button, shown and hidden by the browser; it closes when one of them is chosen.

const open = () => document.querySelector('#pages:popover-open');

document.addEventListener('click', event => {
  if (event.target.closest?.('#pages a')) {
    open()?.hidePopover();
  }
});

// The start of the page puts new elements in the place of those that came with it: a sheet that was open by then is opened again.
const replaced = new MutationObserver(() => {
  if (!open()) {
    document.getElementById('pages')?.showPopover();
  }
});
document.addEventListener('beforetoggle', event => {
  if (event.target.id === 'pages') {
    replaced.disconnect();
    if (event.newState === 'open') {
      replaced.observe(document.body, { childList: true, subtree: true });
    }
  }
}, true);
