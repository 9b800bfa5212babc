import { el } from '../dom.ts';
import { icon } from '../icons.ts';
import { type Json, objectAt, textAt } from '../read.ts';
import type { Surface } from '../surface.ts';
import { plainWords } from '../text/draw-text.ts';
import { safeAddress } from '../text/link.ts';

export function drawImage(block: Json, surface: Surface): HTMLElement {
  const title = plainWords(objectAt(block, 'title'));
  const caption = title === '' ? null : el('figcaption', {}, title);
  return el('figure', { class: 'block block-image' }, caption, drawPicture(block, surface, 'picture'));
}

/** An image block's or image element's picture. One that cannot be fetched leaves its alternative text behind. */
export function drawPicture(image: Json, surface: Surface, style: string): HTMLElement {
  const words = textAt(image, 'alt_text');
  const address = addressOf(image, surface);
  if (address === null) return drawMissing(words);
  const picture = el('img', { class: style, src: address, alt: words, loading: 'lazy' });
  picture.addEventListener('error', () => picture.replaceWith(drawMissing(words)));
  return picture;
}

function addressOf(image: Json, surface: Surface): string | null {
  const file = objectAt(image, 'slack_file');
  const named = textAt(file, 'id') === '' ? null : surface.fileAddress(textAt(file, 'id'));
  const address = named ?? (textAt(image, 'image_url') || textAt(file, 'url'));
  return address.startsWith('/') ? address : safeAddress(address);
}

function drawMissing(words: string): HTMLElement {
  return el('span', { class: 'picture-missing' }, icon('warning'), `Picture not available: ${words}`);
}
