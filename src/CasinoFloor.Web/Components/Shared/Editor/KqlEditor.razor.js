// The query editor: a real text area over a layer of the same text in colours. What words mean is asked of the server, one
// question at a time, the newest text always last.

import { Layer } from '../../../js/editor/layer.js';
import { Proposals } from '../../../js/editor/proposals.js';

const INDENT = '    ';
const HOVER = 350; // milliseconds at rest
const MOST = 28_000; // bytes of a message; the connection takes 32 KB

/**
 * @param root the editor's element
 * @param editor .NET object: ReadAsync(text, caret, proposals), TooLongAsync(), HoverAsync(text, offset), RunAsync(text)
 * @param keptAs the name by which this tab keeps the text, so that it outlives the connection and the page; empty for none
 * @param origin the link that the text comes from; empty for none. What was kept of another link is not taken for it.
 */
export function create(root, editor, keptAs, origin) {
  const part = role => root.querySelector(`[data-role=${role}]`);
  const [input, hint, frame, status] = ['input', 'hint', 'frame', 'status'].map(part);
  const layer = new Layer(part('layer'));
  const proposals = new Proposals(part('proposals'), input, status, accept);
  const originKey = `${keptAs}-origin`;
  let answer = { start: 0, items: [] };
  let asking = false;
  let again = null; // what to ask next: whether proposals are wanted
  let leaving = false; // Esc was pressed: Tab leaves the editor
  let resting = 0;
  let closed = false;
  let offering = false;

  const isTooLong = text => new TextEncoder().encode(JSON.stringify(text)).length > MOST;

  async function ask(wantsProposals) {
    offering ||= wantsProposals;
    if (asking) {
      again = wantsProposals || again === true;
      return;
    }

    asking = true;
    let wants = wantsProposals;
    try {
      do {
        again = null;
        const text = input.value;
        if (isTooLong(text)) {
          root.dataset.tooLong = '';
          layer.take([], []);
          await editor.invokeMethodAsync('TooLongAsync');
          break;
        }

        delete root.dataset.tooLong;
        const caret = input.selectionStart;
        const read = await editor.invokeMethodAsync('ReadAsync', text, caret, wants);
        if (closed) {
          return;
        }

        if (input.value === text) {
          layer.take(read.spans, read.errors);
          layer.match(input.selectionStart);
          root.dataset.read = String(text.length);
          if (wants && offering && input.selectionStart === caret) {
            offer(read);
          }
        }

        wants = again ?? wants;
      } while (again !== null);
    } catch (error) {
      if (!closed) {
        throw error;
      }
    } finally {
      asking = false;
    }
  }

  function offer(read) {
    answer = read;
    const typed = input.value.slice(read.start, input.selectionStart);
    // A word that is whole wants no other in its place: Enter begins the next line.
    const isWhole = read.items[0]?.insert.trim() === typed;
    proposals.open(isWhole ? [] : read.items, layer.place(read.start), frame);
    if (read.signature && !proposals.isOpen) {
      tell(read.signature, layer.place(input.selectionStart));
    } else {
      hint.hidden = true;
    }
  }

  function tell(lines, place) {
    const host = frame.getBoundingClientRect();
    hint.replaceChildren(...lines.filter(line => line).map(line => Object.assign(document.createElement('div'), { textContent: line })));
    hint.hidden = false;
    hint.style.left = `${Math.max(0, Math.min(place.left - host.left, host.width - hint.offsetWidth - 8))}px`;
    hint.style.top = `${place.bottom - host.top + 4}px`;
  }

  // The browser's own command keeps its undo history whole.
  function replace(start, end, text) {
    input.focus();
    input.setSelectionRange(start, end);
    const done = text ? document.execCommand('insertText', false, text) : document.execCommand('delete');
    if (!done) {
      input.setRangeText(text, start, end, 'end');
      changed();
    }
  }

  function accept(item) {
    proposals.close();
    replace(answer.start, input.selectionStart, item.insert);
    ask(/[ (=.]$/.test(item.insert));
  }

  function changed() {
    layer.move(input.value);
    scroll();
    keep();
  }

  function keep() {
    try {
      if (keptAs) {
        input.value ? sessionStorage.setItem(keptAs, input.value) : sessionStorage.removeItem(keptAs);
        sessionStorage.setItem(originKey, origin);
      }
    } catch {
      // Storage is off or full: the editor works without it.
    }
  }

  function kept() {
    try {
      const isOfThis = !origin || sessionStorage.getItem(originKey) === origin;
      return (keptAs && isOfThis && sessionStorage.getItem(keptAs)) || '';
    } catch {
      return '';
    }
  }

  function typed(event) {
    changed();
    leaving = false;
    const before = input.value[input.selectionStart - 1] ?? '';
    const isWord = /[\p{L}\p{N}_$!]/u.test(before);
    const opens = event.inputType === 'insertText' && (isWord || /[ (|.=,]/.test(before));
    if (!isWord) {
      proposals.close();
    }

    ask(opens || (event.inputType === 'deleteContentBackward' && proposals.isOpen));
  }

  function indent(back) {
    const { value, selectionStart, selectionEnd } = input;
    const first = value.lastIndexOf('\n', selectionStart - 1) + 1;
    if (!back && selectionStart === selectionEnd) {
      replace(selectionStart, selectionEnd, INDENT.slice((selectionStart - first) % INDENT.length));
      return;
    }

    const block = value.slice(first, selectionEnd);
    const lines = block.split('\n').map(line => back ? line.replace(/^( {1,4}|\t)/, '') : INDENT + line).join('\n');
    if (lines !== block) {
      replace(first, selectionEnd, lines);
      input.setSelectionRange(first, first + lines.length);
    }
  }

  function newLine() {
    const start = input.value.lastIndexOf('\n', input.selectionStart - 1) + 1;
    const blank = /^[ \t]*/.exec(input.value.slice(start, input.selectionStart))[0];
    replace(input.selectionStart, input.selectionEnd, '\n' + blank);
  }

  function inList(event) {
    switch (event.key) {
      case 'ArrowDown': proposals.step(1); return true;
      case 'ArrowUp': proposals.step(-1); return true;
      case 'PageDown': proposals.step(Math.min(8, proposals.items.length - 1 - proposals.active)); return true;
      case 'PageUp': proposals.step(-Math.min(8, proposals.active)); return true;
      case 'Tab': case 'Enter': proposals.choose(); return true;
      case 'Escape': proposals.close(); return true;
      default: return false;
    }
  }

  function key(event) {
    if (event.isComposing) {
      return;
    }

    const isRun = event.key === 'Enter' && (event.ctrlKey || event.metaKey || event.shiftKey);
    if (isRun) {
      // Nor may proposals that are under way lie over the answer.
      offering = false;
      proposals.close();
      hint.hidden = true;
      event.preventDefault();
      // A message that is too long would end the connection; what is wrong stands below the editor.
      if (!isTooLong(input.value)) {
        editor.invokeMethodAsync('RunAsync', input.value);
      }
    } else if (proposals.isOpen && inList(event)) {
      event.preventDefault();
    } else if (event.key === 'Escape') {
      leaving = true;
      hint.hidden = true;
      status.textContent = 'Tab leaves the editor.';
    } else if (event.key === 'Tab' && !leaving && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      indent(event.shiftKey);
    } else if (event.key === 'Enter' && !event.altKey) {
      event.preventDefault();
      newLine();
    } else if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      ask(true);
    } else if (event.key !== 'Tab' && event.key !== 'Shift') {
      leaving = false;
    }
  }

  function scroll() {
    layer.element.style.transform = `translate(${-input.scrollLeft}px, ${-input.scrollTop}px)`;
  }

  // By the size of a letter: the text area is above the layer and takes the pointer.
  function offsetAt(event) {
    const style = getComputedStyle(input);
    const box = input.getBoundingClientRect();
    const line = Math.floor((event.clientY - box.top - parseFloat(style.paddingTop) + input.scrollTop) / parseFloat(style.lineHeight));
    const probe = document.createElement('canvas').getContext('2d');
    probe.font = style.font;
    const column = Math.floor((event.clientX - box.left - parseFloat(style.paddingLeft) + input.scrollLeft) / probe.measureText('x').width);
    const lines = input.value.split('\n');
    return line >= 0 && line < lines.length && column >= 0 && column < lines[line].length
      ? lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0) + column
      : -1;
  }

  function rest(event) {
    clearTimeout(resting);
    if (proposals.isOpen) {
      return;
    }

    hint.hidden = true;
    resting = setTimeout(async () => {
      const offset = offsetAt(event);
      const text = input.value;
      if (offset < 0 || isTooLong(text)) {
        return;
      }

      const wrong = layer.errorAt(offset);
      const lines = wrong ? [wrong.message] : await editor.invokeMethodAsync('HoverAsync', text, offset);
      if (lines && input.value === text && !proposals.isOpen) {
        tell(lines, { left: event.clientX, bottom: event.clientY + 8 });
      }
    }, HOVER);
  }

  function caretMoved() {
    if (document.activeElement === input) {
      layer.match(input.selectionStart);
      if (proposals.isOpen && (input.selectionStart < answer.start || input.selectionStart > answer.start + 80)) {
        proposals.close();
      }
    }
  }

  // What was typed while the server was away is not known there yet, nor will what was asked then be answered.
  const connection = new MutationObserver(() => {
    if (document.documentElement.dataset.connection !== 'lost') {
      asking = false;
      ask(false);
    }
  });
  connection.observe(document.documentElement, { attributes: true, attributeFilter: ['data-connection'] });

  const listeners = [
    [input, 'input', typed], [input, 'keydown', key], [input, 'scroll', scroll], [input, 'blur', () => proposals.close()], [input, 'mousemove', rest],
    [input, 'mouseleave', () => { clearTimeout(resting); hint.hidden = true; }], [document, 'selectionchange', caretMoved],
  ];
  listeners.forEach(([target, name, handler]) => target.addEventListener(name, handler));

  return {
    text: () => input.value,
    set: text => {
      replace(0, input.value.length, text);
      input.setSelectionRange(text.length, text.length);
      ask(false);
    },
    // Does not take the focus: nobody asked for it. What was typed before the page was connected stays. Tells whether there is a text now.
    restore: () => {
      input.value ||= kept();
      if (input.value) {
        changed();
        ask(false);
      }

      return input.value.length > 0;
    },
    // The text is that of a link from now on.
    linked: link => {
      origin = link;
      keep();
    },
    insert: text => replace(input.selectionStart, input.selectionEnd, text),
    select: (start, length) => {
      input.focus();
      input.setSelectionRange(start, start + length);
      const lines = input.value.slice(0, start).split('\n').length;
      input.scrollTop = Math.max(0, (lines - 3) * parseFloat(getComputedStyle(input).lineHeight));
    },
    dispose: () => {
      closed = true;
      connection.disconnect();
      clearTimeout(resting);
      listeners.forEach(([target, name, handler]) => target.removeEventListener(name, handler));
    },
  };
}
