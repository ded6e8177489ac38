// The list of proposals: a listbox that the input controls; the focus stays in the input.

export class Proposals {
  /**
   * @param list the ul element
   * @param input the textarea
   * @param status a polite live region
   * @param accept called with the chosen item
   */
  constructor(list, input, status, accept) {
    this.list = list;
    this.input = input;
    this.status = status;
    this.accept = accept;
    this.items = [];
    this.active = 0;
    list.addEventListener('mousedown', event => {
      event.preventDefault();
      const option = event.target.closest('[role=option]');
      if (option) {
        this.accept(this.items[Number(option.dataset.index)]);
      }
    });
  }

  get isOpen() {
    return !this.list.hidden;
  }

  open(items, place, frame) {
    if (!items.length) {
      this.close();
      return;
    }

    this.items = items;
    this.active = 0;
    this.list.replaceChildren(...items.map((item, index) => this.option(item, index)));
    this.list.hidden = false;
    const host = frame.getBoundingClientRect();
    const below = window.innerHeight - place.bottom;
    const height = this.list.offsetHeight;
    this.list.style.left = `${Math.max(0, Math.min(place.left - host.left, host.width - this.list.offsetWidth))}px`;
    this.list.style.top = below < height + 8 && place.top > height ? `${place.top - host.top - height - 2}px` : `${place.bottom - host.top + 2}px`;
    this.show();
    this.status.textContent = items.length === 1 ? '1 proposal' : `${items.length} proposals`;
  }

  option(item, index) {
    const option = document.createElement('li');
    option.id = `${this.list.id}-${index}`;
    option.setAttribute('role', 'option');
    option.dataset.index = index;
    for (const [name, text] of [['kind k-' + item.kind, ''], ['label', item.label], ['detail', item.detail]]) {
      const part = document.createElement('span');
      part.className = name;
      part.textContent = text;
      option.append(part);
    }

    return option;
  }

  close() {
    this.list.hidden = true;
    this.items = [];
    this.input.removeAttribute('aria-activedescendant');
    this.status.textContent = '';
  }

  step(by) {
    this.active = (this.active + by + this.items.length) % this.items.length;
    this.show();
  }

  show() {
    [...this.list.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === this.active)));
    this.list.children[this.active].scrollIntoView({ block: 'nearest' });
    this.input.setAttribute('aria-activedescendant', `${this.list.id}-${this.active}`);
  }

  choose() {
    this.accept(this.items[this.active]);
  }
}
