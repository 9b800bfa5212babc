import { html } from 'htm/preact';
import { personName, workspace } from '../state.ts';

/** Strokes on a grid of 24 by 24, drawn in the colour of the text around them. */
const strokes = {
  attach: 'M20 11.5l-7.8 7.8a5 5 0 0 1-7.1-7.1l8.2-8.2a3.3 3.3 0 0 1 4.7 4.7l-8.1 8.1a1.7 1.7 0 0 1-2.4-2.4l7.3-7.3',
  bolt: 'M13 3L5 13.5h6L10.5 21 19 10h-6.2z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  chevron: 'M7 10l5 5 5-5',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  eye: 'M2.8 12S6 5.8 12 5.8 21.2 12 21.2 12 18 18.2 12 18.2 2.8 12 2.8 12zM12 14.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2z',
  file: 'M13.5 3.5H7A1.5 1.5 0 0 0 5.5 5v14A1.5 1.5 0 0 0 7 20.5h10a1.5 1.5 0 0 0 1.5-1.5V8.5zM13.5 3.5v5h5',
  hash: 'M9.5 4.5L8 19.5M16 4.5l-1.5 15M4.8 9.3h15M4.2 14.7h15',
  home: 'M4 11.2L12 4.5l8 6.7M6.2 9.6v9.2h11.6V9.6M10 18.8v-5h4v5',
  info: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 11v5M12 8h.01',
  ladder: 'M8 3.5v17M16 3.5v17M8 7.5h8M8 12h8M8 16.5h8',
  letter: 'M4 6.5h16v11H4zM4.3 7l7.7 6 7.7-6',
  lock: 'M6.5 11h11v8.5h-11zM8.8 11V8a3.2 3.2 0 0 1 6.4 0v3',
  menu: 'M4.5 7h15M4.5 12h15M4.5 17h15',
  more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  people:
    'M9 11.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM3.2 19c.3-3.4 2.6-5.2 5.8-5.2s5.5 1.8 5.8 5.2M15.5 5.2a3.1 3.1 0 0 1 0 5.8M17.3 14.1c2.1.6 3.3 2.3 3.5 4.9',
  plus: 'M12 5.5v13M5.5 12h13',
  reply: 'M4.5 5.5h15v10.5h-8L7 20v-4H4.5z',
  send: 'M4.5 12L4 4.8 20.5 12 4 19.2zM4.5 12h8',
  warning: 'M12 4.5l8.5 14.7h-17zM12 10v4.2M12 16.7h.01',
} as const;

export type IconName = keyof typeof strokes;

/** A decoration: assistive technology passes over it, so what it stands beside must carry the words. */
export function icon(name: IconName, look = '') {
  return html`<svg viewBox="0 0 24 24" class="icon icon-${name} ${look}" aria-hidden="true"><path d=${strokes[name]} /></svg>`;
}

/** A round button with a sign in it and its words for whoever does not see it. */
export function iconButton(name: IconName, label: string, onClick: () => void, more: object = {}) {
  return html`<button type="button" class="icon-button grid size-8 flex-none cursor-pointer place-items-center
      rounded-full text-soft hover:bg-accent-soft hover:text-accent aria-expanded:bg-accent-soft aria-expanded:text-accent" aria-label=${label} onClick=${onClick} ...${more}>
    ${icon(name)}
  </button>`;
}

/** Things that were chosen, each with a button that takes it back. */
export function chips<Thing extends { readonly words: string }>(
  label: string,
  things: readonly Thing[],
  keep: (things: readonly Thing[]) => void,
  sign?: IconName,
) {
  const drawn = things.map((thing) => {
    const remove = (): void => keep(things.filter((one) => one !== thing));
    return html`<li key=${thing} class="chip">
      ${sign && icon(sign)}<span>${thing.words}</span>${iconButton('close', `Remove ${thing.words}`, remove)}
    </li>`;
  });
  return html`<ul class="chips" aria-label=${label} hidden=${things.length === 0}>${drawn}</ul>`;
}

const tints = [
  'bg-[#e3d3bd] text-[#4f3a17]',
  'bg-[#cfdccb] text-[#2b4526]',
  'bg-[#e8cfc6] text-[#65291a]',
  'bg-[#ccd8e2] text-[#23405a]',
  'bg-[#ddd0df] text-[#4c2f52]',
  'bg-[#dfdcb9] text-[#454211]',
] as const;

/** A round sign for a person: initials, on a colour by their place among the people here, so that neighbours differ. */
export function avatar(id: string, look = '') {
  const words = personName(id).split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  const initials = ends.map((word = '') => [...word][0]).join('');
  const index = Math.max(0, workspace.value?.users.findIndex((one) => one.id === id) ?? 0);
  return html`<span class="avatar ${look} ${tints[index % tints.length]}" aria-hidden="true">${initials.toUpperCase()}</span>`;
}

export function appAvatar(look = '') {
  return html`<span class="avatar ${look} bg-[#1d4d4f] text-[#f3efe8]" aria-hidden="true">${icon('ladder', look && 'size-[0.9rem]')}</span>`;
}
