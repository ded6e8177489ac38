// The coloured text beneath the input. Between a key and the server's answer the old colours are moved along, so that
// nothing is ever invisible or late.

const classes = [
  'keyword', 'operator', 'function', 'aggregate', 'table', 'column', 'parameter', 'variable', 'type', 'text', 'number', 'literal', 'comment', 'punctuation', 'error',
];

export class Layer {
  constructor(element) {
    this.element = element;
    this.text = '';
    this.spans = []; // {start, end, kind}
    this.errors = []; // {start, end, message}
    this.brackets = [];
  }

  /** Shows new text at once with the colours it had, moved by the change. */
  move(text) {
    const old = this.text;
    const most = Math.min(old.length, text.length);
    let head = 0;
    while (head < most && old[head] === text[head]) {
      head++;
    }

    let tail = 0;
    while (tail < most - head && old[old.length - 1 - tail] === text[text.length - 1 - tail]) {
      tail++;
    }

    const cut = old.length - tail;
    const by = text.length - old.length;
    const shift = item => ({
      ...item,
      start: item.start < head ? item.start : item.start >= cut ? item.start + by : cut + by,
      end: item.end < head ? item.end : item.end >= cut ? item.end + by : head,
    });
    this.text = text;
    this.spans = this.spans.map(shift).filter(span => span.end > span.start);
    this.errors = this.errors.map(shift).filter(error => error.end > error.start);
    this.brackets = [];
    this.draw();
  }

  /** Takes the server's answer for the text that is shown. */
  take(flat, errors) {
    this.spans = [];
    for (let i = 0; i < flat.length; i += 3) {
      this.spans.push({ start: flat[i], end: flat[i] + flat[i + 1], kind: classes[flat[i + 2]] });
    }

    this.errors = errors.map(error => ({ start: error.start, end: error.start + Math.max(error.length, 1), message: error.message }));
    this.draw();
  }

  /** Marks the bracket beside the caret and its partner. */
  match(caret) {
    const found = [caret - 1, caret].map(at => this.pair(at)).find(pair => pair) ?? [];
    if (String(found) !== String(this.brackets)) {
      this.brackets = found;
      this.draw();
    }
  }

  pair(at) {
    const open = '([{'.indexOf(this.text[at] || ' ');
    const close = ')]}'.indexOf(this.text[at] || ' ');
    if ((open < 0 && close < 0) || !this.isSign(at)) {
      return null;
    }

    const step = open >= 0 ? 1 : -1;
    let depth = 0;
    for (const bracket of this.signs(at, step)) {
      depth += '([{'.includes(this.text[bracket]) ? step : -step;
      if (depth === 0) {
        return [at, bracket];
      }
    }

    return null;
  }

  isSign(at) {
    return this.spans.some(span => span.kind === 'punctuation' && span.start <= at && at < span.end);
  }

  * signs(from, step) {
    const signs = this.spans.filter(span => span.kind === 'punctuation' && '()[]{}'.includes(this.text[span.start])).map(span => span.start);
    const ordered = step > 0 ? signs : signs.reverse();
    yield* ordered.filter(at => step > 0 ? at >= from : at <= from);
  }

  errorAt(offset) {
    return this.errors.find(error => error.start <= offset && offset <= error.end);
  }

  draw() {
    const edges = new Set([0, this.text.length]);
    for (const item of [...this.spans, ...this.errors]) {
      edges.add(Math.min(item.start, this.text.length));
      edges.add(Math.min(item.end, this.text.length));
    }

    for (const bracket of this.brackets) {
      edges.add(bracket).add(bracket + 1);
    }

    const cuts = [...edges].sort((a, b) => a - b);
    const parts = document.createDocumentFragment();
    let next = 0;
    for (let i = 0; i + 1 < cuts.length; i++) {
      const [start, end] = [cuts[i], cuts[i + 1]];
      while (next < this.spans.length && this.spans[next].end <= start) {
        next++;
      }

      const span = this.spans[next];
      const names = [];
      if (span && span.start <= start && end <= span.end) {
        names.push('k-' + span.kind);
      }

      if (this.errors.some(error => error.start < end && start < error.end)) {
        names.push('k-wrong');
      }

      if (this.brackets.includes(start)) {
        names.push('k-pair');
      }

      const piece = this.text.slice(start, end);
      if (names.length) {
        const element = document.createElement('span');
        element.className = names.join(' ');
        element.textContent = piece;
        parts.append(element);
      } else {
        parts.append(piece);
      }
    }

    // An error at the very end has no text of its own to underline.
    const atEnd = this.errors.some(error => error.start >= this.text.length);
    const end = document.createElement('span');
    end.className = atEnd ? 'k-wrong' : '';
    end.textContent = atEnd ? ' \n' : '\n';
    parts.append(end);
    this.element.replaceChildren(parts);
  }

  /** Where a position is on the screen. */
  place(offset) {
    const walker = document.createTreeWalker(this.element, NodeFilter.SHOW_TEXT);
    let rest = offset;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (rest <= node.length) {
        const range = document.createRange();
        range.setStart(node, rest);
        range.setEnd(node, rest);
        const box = range.getClientRects()[0] ?? range.getBoundingClientRect();
        if (box.height) {
          return box;
        }
      }

      rest = Math.max(0, rest - node.length);
    }

    return this.element.getBoundingClientRect();
  }
}
