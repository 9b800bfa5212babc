import { el } from '../dom.ts';
import { icon } from '../icons.ts';

const tints = 6;

/** A round sign for a person: initials on a colour that always is the same for the same id. */
export function drawAvatar(id: string, name: string): HTMLElement {
  const initials = name
    .replace(/\(.*\)/, '')
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .filter((letter) => /\p{L}|\p{N}/u.test(letter));
  const words = [initials[0], initials.length > 1 ? initials.at(-1) : ''].join('').toUpperCase();
  const tint = [...id].reduce((sum, letter) => (sum * 33 + letter.charCodeAt(0)) % 9973, 7) % tints;
  return el('span', { class: `avatar tint-${tint}`, 'aria-hidden': 'true' }, words);
}

export function drawAppAvatar(): HTMLElement {
  return el('span', { class: 'avatar avatar-app', 'aria-hidden': 'true' }, icon('ladder'));
}
