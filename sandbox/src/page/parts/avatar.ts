import { el } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Names } from '../names.ts';

const tints = 6;

/** A round sign for a person: initials, on a colour by their place among the people here, so that neighbours differ. */
export function drawAvatar(id: string, names: Names): HTMLElement {
  const letters = names
    .personName(id)
    .split(/\s+/)
    .map((word) => [...word][0] ?? '');
  const initials = [letters[0], letters.length > 1 ? letters.at(-1) : ''].join('').toUpperCase();
  const place = names.people().findIndex((person) => person.id === id);
  return el('span', { class: `avatar tint-${Math.max(0, place) % tints}`, 'aria-hidden': 'true' }, initials);
}

export function drawAppAvatar(): HTMLElement {
  return el('span', { class: 'avatar avatar-app', 'aria-hidden': 'true' }, icon('ladder'));
}
