const longest = 50;

interface History {
  readonly add: (text: string) => void;
  /** What to put into the field for an arrow key at its edge, or `null` when the key is not for us. */
  readonly key: (event: KeyboardEvent, field: HTMLTextAreaElement) => string | null;
}

/** What was sent before, called back with the arrow keys while the field is empty or shows such a text. */
export function inputHistory(): History {
  const sent: string[] = [];
  let at = 0;
  return {
    add: (text) => {
      if (text !== '' && sent.at(-1) !== text) sent.push(text);
      if (sent.length > longest) sent.shift();
      at = sent.length;
    },
    key: (event, field) => {
      if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return null;
      const isOurs = field.value === '' || field.value === sent[at];
      if (!isOurs || event.shiftKey || sent.length === 0) return null;
      const next = at + (event.key === 'ArrowUp' ? -1 : 1);
      if (next < 0 || next > sent.length) return null;
      event.preventDefault();
      at = next;
      return sent[at] ?? '';
    },
  };
}
