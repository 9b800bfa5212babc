export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'styled'; readonly style: 'bold' | 'italic' | 'strike'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly address: string; readonly label: string }
  | { readonly kind: 'person'; readonly id: string; readonly label: string | null }
  | { readonly kind: 'channel'; readonly id: string; readonly label: string | null }
  | { readonly kind: 'everyone'; readonly label: string }
  | {
      readonly kind: 'date';
      readonly seconds: number;
      readonly format: string;
      readonly address: string | null;
      readonly fallback: string;
    };

export type Paragraph =
  | { readonly kind: 'lines'; readonly children: readonly Inline[] }
  | { readonly kind: 'quote'; readonly children: readonly Inline[] }
  | { readonly kind: 'pre'; readonly text: string };

/** Reads Slack's mrkdwn. Text in the result is decoded once and is to be shown as text, whatever it holds. */
export function parseMrkdwn(source: string): readonly Paragraph[] {
  return source.split('```').flatMap((part, index, parts): readonly Paragraph[] => {
    const isPre = index % 2 === 1 && index < parts.length - 1;
    if (isPre) return [{ kind: 'pre', text: decodeEntities(part.replace(/^\n|\n$/g, '')) }];
    const unclosed = index % 2 === 1 ? '```' : '';
    return parseParagraphs(trimAround(unclosed + part, index > 0, index < parts.length - 1));
  });
}

/** A fence stands on lines of its own, so the line break beside it is not one of the text. */
function trimAround(text: string, afterFence: boolean, beforeFence: boolean): string {
  const start = afterFence ? text.replace(/^\n/, '') : text;
  return beforeFence ? start.replace(/\n$/, '') : start;
}

const quoteMark = /^(?:&gt;|>) ?/;

function parseParagraphs(text: string): readonly Paragraph[] {
  if (text === '') return [];
  const paragraphs: { kind: 'lines' | 'quote'; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const kind = quoteMark.test(line) ? 'quote' : 'lines';
    const last = paragraphs.at(-1);
    const words = kind === 'quote' ? line.replace(quoteMark, '') : line;
    if (last?.kind === kind) last.lines.push(words);
    else paragraphs.push({ kind, lines: [words] });
  }
  return paragraphs.map(({ kind, lines }) => ({ kind, children: parseInline(lines.join('\n')) }));
}

const styles = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
const edge = String.raw`[\s\p{P}\p{S}]`;
/** Code, an angle token, a styled run that stands free of the words around it, or a bare address. */
const piece = new RegExp(
  [
    '`(?<code>[^`\\n]+)`',
    '<(?<token>[^<>\\n]+)>',
    `(?<=^|${edge})(?<mark>[*_~])(?<run>(?!\\s)(?:(?!\\k<mark>)[^\\n])+?(?<!\\s))\\k<mark>(?=$|${edge})`,
    '(?<bare>https?://[^\\s<>|]+[^\\s<>|.,;:!?)])',
  ].join('|'),
  'gu',
);

function parseInline(text: string): readonly Inline[] {
  const found: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(piece)) {
    if (match.index > at) found.push(words(text.slice(at, match.index)));
    found.push(toInline(match));
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push(words(text.slice(at)));
  return found;
}

function toInline(match: RegExpMatchArray): Inline {
  const { code, token, mark, run, bare } = match.groups ?? {};
  if (code !== undefined) return { kind: 'code', text: decodeEntities(code) };
  if (token !== undefined) return parseToken(token);
  if (bare !== undefined) return { kind: 'link', address: decodeEntities(bare), label: decodeEntities(bare) };
  const style = styles[(mark ?? '*') as keyof typeof styles];
  return { kind: 'styled', style, children: parseInline(run ?? '') };
}

function parseToken(token: string): Inline {
  const bar = token.indexOf('|');
  const name = bar < 0 ? token : token.slice(0, bar);
  const label = bar < 0 ? null : decodeEntities(token.slice(bar + 1));
  if (name.startsWith('@')) return { kind: 'person', id: name.slice(1), label };
  if (name.startsWith('#')) return { kind: 'channel', id: name.slice(1), label };
  if (name.startsWith('!date^')) return parseDate(name, label ?? '');
  if (name.startsWith('!')) return { kind: 'everyone', label: `@${label?.replace(/^@/, '') ?? name.slice(1)}` };
  if (!/^[a-z][a-z0-9+.-]*:/i.test(name)) return words(`<${token}>`);
  const address = decodeEntities(name);
  return { kind: 'link', address, label: label ?? address.replace(/^mailto:/, '') };
}

function parseDate(token: string, fallback: string): Inline {
  const [, seconds = '', format = '', address] = token.split('^');
  if (!/^-?\d+$/.test(seconds)) return words(fallback === '' ? `<${token}>` : fallback);
  return { kind: 'date', seconds: Number(seconds), format: decodeEntities(format), address: address ?? null, fallback };
}

function words(text: string): Inline {
  return { kind: 'text', text: decodeEntities(text) };
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Decodes the three entities that Slack knows, once: "&amp;lt;" is the four characters "&lt;". */
function decodeEntities(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity);
}
