export type Inline =
  | Readonly<{ kind: 'text' | 'code'; text: string }>
  | Readonly<{ kind: 'styled'; style: 'bold' | 'italic' | 'strike'; children: readonly Inline[] }>
  | Readonly<{ kind: 'link'; address: string; label: string }>
  | Readonly<{ kind: 'person' | 'channel'; id: string; label: string | null }>
  | Readonly<{ kind: 'everyone'; label: string }>
  | Readonly<{ kind: 'date'; seconds: number; format: string; address: string | null; fallback: string }>;

export type Paragraph =
  | Readonly<{ kind: 'lines' | 'quote'; children: readonly Inline[] }>
  | Readonly<{ kind: 'pre'; text: string }>;

/** A code block with the line breaks that set its fences apart; a fence that is not closed is text. */
const fenced = /\n?```\n?([\s\S]*?)\n?```\n?/;
const quoted = /^((?:(?:&gt;|>).*\n?)+)/m;

/** Reads Slack's mrkdwn. Text in the result is decoded once and is to be shown as text, whatever it holds. */
export function parseMrkdwn(source: string): readonly Paragraph[] {
  return source.split(fenced).flatMap((part, index): readonly Paragraph[] => {
    if (index % 2 === 1) return [{ kind: 'pre', text: decodeEntities(part) }];
    return part.split(quoted).flatMap(parseParagraph);
  });
}

/** Every other part between quotes is a quote. */
function parseParagraph(part: string, index: number): readonly Paragraph[] {
  if (part === '') return [];
  const lines = part.replace(/\n$/, '');
  if (index % 2 === 0) return [{ kind: 'lines', children: parseInline(lines) }];
  return [{ kind: 'quote', children: parseInline(lines.replace(/^(?:&gt;|>) ?/gm, '')) }];
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

/** Decodes the three entities that Slack knows, once: "&amp;lt;" is the four characters "&lt;". */
function decodeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
