import { shortened } from '../text/shorten.ts';
import { colours, fontFamily, margin, width } from './look.ts';

type Attributes = Readonly<Record<string, string | number>>;

/** An element of SVG. Words given as `text` are escaped. */
export function element(name: string, attributes: Attributes, ...inner: readonly string[]): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return `<${name}${given.join('')}>${inner.join('')}</${name}>`;
}

export interface TextLook {
  readonly size?: number;
  readonly colour?: string;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** Words on a line: `y` is where they stand. */
export function text(x: number, y: number, words: string, look: TextLook = {}): string {
  const { size = 15, colour = colours.ink, bold = false, anchor = 'start' } = look;
  const attributes = { x, y, fill: colour, 'font-size': size, 'font-weight': bold ? 600 : 400, 'text-anchor': anchor };
  return element('text', attributes, escaped(words));
}

/** A whole picture: the card, what it is about, what is drawn on it, and what the marks mean. */
export function card(
  { title, subtitle, notes }: { readonly title: string; readonly subtitle: string; readonly notes: readonly string[] },
  height: number,
  ...drawn: readonly string[]
): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': fontFamily,
    },
    element('rect', {
      x: 0.5,
      y: 0.5,
      width: width - 1,
      height: height - 1,
      rx: 14,
      fill: colours.card,
      stroke: colours.edge,
    }),
    text(margin, 44, fitted(title, 22, true), { size: 22, bold: true }),
    text(margin, 68, fitted(subtitle, 15), { colour: colours.soft }),
    ...drawn,
    ...notes.map((note, i) =>
      text(margin, height - margin + 6 - (notes.length - 1 - i) * 20, fitted(note, 13), {
        size: 13,
        colour: colours.soft,
      }),
    ),
  );
}

/** How much room is above and below what is drawn on a card. */
export const headHeight = 84;

export function footHeight(notes: readonly string[]): number {
  return notes.length === 0 ? margin - 8 : margin + notes.length * 20;
}

/** About how wide words are: the font's letters are a little over half as wide as they are high. */
export function widthOf(words: string, size: number, bold = false): number {
  const narrow = [...words].filter((letter) => /[il.,:;'|!()\sjtfrI1]/.test(letter)).length;
  return size * ((words.length - narrow) * (bold ? 0.62 : 0.59) + narrow * 0.33);
}

/** Words that fit the card; the rest of very long ones is left out. */
function fitted(words: string, size: number, bold = false): string {
  let kept = words;
  for (let limit = words.length - 1; limit > 0 && widthOf(kept, size, bold) > width - 2 * margin; limit -= 1) {
    kept = shortened(words, limit);
  }
  return kept;
}

function escaped(words: string): string {
  return (
    words
      // XML has no place for most control characters and for the halves of a pair.
      .replaceAll(/[\p{Cc}\p{Cs}\p{Cn}]/gu, ' ')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
