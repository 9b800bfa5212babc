import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';

import { drawReply } from '../../src/commands/tell-reply.ts';
import { drawAnnouncement } from '../../src/delivery/draw-announcement.ts';
import { definedNames } from '../../src/facts/defined.ts';
import { figureNames, figures } from '../../src/loyalty/figures/index.ts';
import { definitionOf } from '../../src/messages/figures/definition.ts';
import { countedHow } from '../../src/messages/kit/docs-link.ts';
import { whyButton } from '../../src/messages/kit/why-button.ts';
import { definitionView } from '../../src/messages/modals/definition-view.ts';
import { toText } from '../../src/shell/print.ts';
import { locales } from '../../src/text/define-text.ts';
import { announcements, context, measured, plainTyped, replies } from './facts.ts';

const page = readFileSync('docs/figures.md', 'utf8');
const anchors = [...page.matchAll(/^<a id="([^"]+)"><\/a>$/gm)].map(([, name]) => name);

describe('docs/figures.md', () => {
  test('has an anchor for every figure and every term that a person can ask about, and no other', () => {
    expect([...anchors].sort()).toEqual([...definedNames].sort());
  });

  test('leads only to places that it has', () => {
    const targets = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, name]) => name);
    expect(targets.filter((target) => !anchors.includes(target))).toEqual([]);
    expect(targets.length).toBeGreaterThanOrEqual(figureNames.length);
  });

  test.each(figureNames)('says of %s what it can be told apart by, and which way is better', (name) => {
    const row = page.split('\n').find((line) => line.startsWith('| [') && line.includes(`](#${name})`));
    const { better, dimensions } = figures[name];
    expect(row).toContain(`| ${better} | ${dimensions.join(', ')} |`);
  });
});

describe.each(locales)('in %s', (locale) => {
  it.each(figureNames)('%s leads to its definition', (figure) => {
    const report = measured(figure, [40, 30, 20, 10, 5], [40, 30, 20, 10, 5]);
    const message = drawReply({ kind: 'figure', report }, locale, context);
    const buttons = message.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
    const asked = buttons.flatMap((one) =>
      one.type === 'button' && one.action_id === whyButton.id ? [whyButton.value.parse(one.value)] : [],
    );
    expect(asked).toEqual([{ name: figure, said: context.said }]);
    expect(JSON.stringify(message.blocks)).not.toContain('figures.md');
    expect(toText(message, { definitionOf: (name) => countedHow(locale, { inTerminal: true }, name) })).toContain(
      `docs/figures.md#${figure}`,
    );
  });

  it('a definition names a page only where it can be opened', () => {
    expect(JSON.stringify(definitionView('nps', locale, {}))).not.toContain('figures.md');
    const docsUrl = 'https://example.com/loyalty/docs/';
    expect(JSON.stringify(definitionView('nps', locale, { docsUrl }))).toContain(
      '<https://example.com/loyalty/docs/figures.md#nps|docs/figures.md#nps>',
    );
  });

  it.each(definedNames)('the definition of %s says everything', (name) => {
    const parts = Object.values(definitionOf(locale, name));
    expect(parts).toHaveLength(6);
    expect(parts.filter((part) => part.trim() === '' || part.length > 400)).toEqual([]);
  });
});

test('no answer, post or Home in Slack names a file that nobody there can open', () => {
  for (const locale of locales) {
    const messages = [
      ...Object.values(replies(plainTyped)).map((reply) => drawReply(reply, locale, context)),
      ...Object.values(announcements(plainTyped)).map((ready) => drawAnnouncement(ready, locale, context)),
    ];
    expect(messages.filter(({ blocks }) => JSON.stringify(blocks).includes('docs/figures.md'))).toEqual([]);
  }
});

test('no address of the docs breaks out of its link', () => {
  const [block] = countedHow('en', { docsUrl: 'https://example.com/a|b>c <!channel>&d' }, 'nps');
  const [element] = block?.elements ?? [];
  expect(element).toMatchObject({
    text: 'How it is counted: <https://example.com/a%7Cb%3Ec%20%3C!channel%3E&amp;d/figures.md#nps|docs/figures.md#nps>',
  });
});
