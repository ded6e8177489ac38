// What small screens need on every page. The pages are a sheet under their button there, shown and hidden by the browser; it closes when one of them is chosen.

let sheet = document.getElementById('pages');
let shown = sheet?.matches(':popover-open') ?? false;
let focused = null;

document.addEventListener('click', event => {
  const open = event.target.closest?.('#pages:popover-open');
  if (open && event.target.closest('a')) {
    open.hidePopover();
  }
});

// The heading is given the focus when the page begins to live: not while somebody is choosing in the sheet.
document.addEventListener('focusin', event => {
  if (event.target.tagName === 'H1' && sheet?.matches(':popover-open')) {
    event.relatedTarget?.focus();
  }
});

// Figures that stand in a line beside the screen come wholly into it with the focus.
document.addEventListener('focusin', event => event.target.closest('.kpi')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));

// Once the page lives, its first elements are replaced by new ones: a sheet that was open goes on as it was.
const opening = event => {
  if (event.target === sheet) {
    shown = event.newState === 'open';
  }
};
const focusing = event => {
  focused = event.target;
};
document.addEventListener('beforetoggle', opening, true);
document.addEventListener('focusin', focusing);

const replaced = new MutationObserver(() => {
  const next = document.getElementById('pages');
  if (!next || next === sheet) {
    return;
  }

  const old = sheet;
  sheet = next;
  stop();
  if (shown && !next.matches(':popover-open')) {
    const opener = document.querySelector('[popovertarget=pages]');
    // Where Escape leads back to.
    opener?.focus();
    next.showPopover();
    if (old?.contains(focused)) {
      [...next.querySelectorAll('a')].find(link => link.href === focused.href)?.focus();
    }
  }
});

function stop() {
  replaced.disconnect();
  document.removeEventListener('beforetoggle', opening, true);
  document.removeEventListener('focusin', focusing);
}

if (sheet) {
  replaced.observe(document.body, { childList: true, subtree: true });
}
