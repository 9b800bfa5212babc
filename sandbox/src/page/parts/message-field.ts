import { el, newId, setText } from '../dom.ts';
import { currentWorkspace } from '../model.ts';
import type { Page } from '../page.ts';
import { commandHints } from './command-hints.ts';
import { inputHistory } from './input-history.ts';

interface MessageField {
  readonly nodes: readonly HTMLElement[];
  readonly focus: () => void;
  readonly text: () => string;
  /** Empties the field and remembers what was in it for the arrow keys. */
  readonly take: () => string;
  /** Gives a text back to where it was typed, unless something else is being typed there by now. */
  readonly giveBack: (place: string, text: string) => void;
  readonly place: () => string;
  readonly draw: (place: string, words: string) => void;
}

/** The field one types messages in: it grows, keeps a draft for each place, and offers commands and what was sent. */
export function messageField(page: Page, inThread: boolean, submit: () => void): MessageField {
  const drafts = new Map<string, string>();
  const history = inputHistory();
  let place = '';
  const id = newId('composer');
  const label = el('label', { class: 'visually-hidden', for: id });
  const field = el('textarea', { id, class: 'composer-field', rows: 1, autocomplete: 'off' });
  const hints = commandHints(page, field, () => !inThread);
  const fill = (text: string): void => {
    field.value = text;
    drafts.set(place, text);
    grow(field);
    hints.look();
  };
  field.addEventListener('input', () => fill(field.value));
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || hints.key(event)) return;
    const older = history.key(event, field);
    if (older !== null) fill(older);
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    submit();
  });
  return {
    nodes: [label, field, hints.list],
    focus: () => field.focus(),
    text: () => field.value.trim(),
    place: () => place,
    take: () => {
      const text = field.value.trim();
      history.add(text);
      fill('');
      return text;
    },
    giveBack: (from, text) => {
      if (from !== place) drafts.set(from, text);
      else if (field.value === '') fill(text);
    },
    draw: (nextPlace, words) => {
      setText(label, words);
      const takesCommands = !inThread && currentWorkspace(page.model)?.app.installed === true;
      field.placeholder = takesCommands ? `${words}, or type / for a command` : words;
      if (nextPlace === place) return;
      place = nextPlace;
      fill(drafts.get(place) ?? '');
    },
  };
}

function grow(field: HTMLTextAreaElement): void {
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + 2}px`;
}
