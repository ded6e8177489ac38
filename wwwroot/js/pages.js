// On a small screen the pages are a sheet under their button, shown and hidden by the browser; it closes when one of them is chosen.

document.addEventListener('click', event => {
  const sheet = event.target.closest?.('#pages:popover-open');
  if (sheet && event.target.closest('a')) {
    sheet.hidePopover();
  }
});
