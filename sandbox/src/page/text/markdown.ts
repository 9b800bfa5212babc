import { lexer, type MarkedToken } from 'marked';

const kinds: Readonly<Record<string, string>> = { blockquote: 'quote', code: 'pre', hr: 'rule' };

/** Splits standard Markdown, as Slack's markdown block takes it, into its paragraphs, lists, tables and so on. */
export function parseMarkdown(source: string): readonly { readonly kind: string; readonly token: MarkedToken }[] {
  const tokens = lexer(source).filter(({ type }) => type !== 'space') as MarkedToken[];
  return tokens.map((token) => ({ kind: kinds[token.type] ?? token.type, token }));
}
