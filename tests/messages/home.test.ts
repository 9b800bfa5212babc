import { validateView } from '@loyalty-ladder/sandbox/block-kit';
import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { findCommand } from '../../src/commands/index.ts';
import { buttonKindId } from '../../src/messages/kit/button.ts';
import { sayButton } from '../../src/messages/kit/say-button.ts';
import { drawHome, drawWaitingHome } from '../../src/sections/home/home.ts';
import { homeSections } from '../../src/sections/home/index.ts';
import { locales } from '../../src/text/define-text.ts';
import { homes, notices, plainTyped } from './facts.ts';
import { hostileTyped } from './hostile.ts';
import { liveMarks } from './live-marks.ts';

const typed = Object.entries({ 'what is usual': plainTyped, ...hostileTyped });

describe.each(locales)('the Home in %s', (locale) => {
  it.each(Object.entries(homes(plainTyped)))('shows %s as agreed', async (name, facts) => {
    const view = `${JSON.stringify(drawHome(facts, null, locale), null, 2)}\n`;
    await expect(view).toMatchFileSnapshot(`golden/${locale}/home-${name}.json`);
  });

  it.each(Object.entries(notices(plainTyped)))(
    'says on top what came of a press, as agreed: %s',
    async (name, notice) => {
      const [full] = Object.values(homes(plainTyped));
      if (!full) throw new Error('There is no Home.');
      const plain = drawHome(full, null, locale).blocks;
      const { blocks } = drawHome(full, notice, locale);
      expect(blocks.slice(-plain.length)).toEqual(plain);
      const above = `${JSON.stringify(blocks.slice(0, -plain.length), null, 2)}\n`;
      await expect(above).toMatchFileSnapshot(`golden/${locale}/home-notice-${name}.json`);
    },
  );

  describe.each(typed)('%s', (_, facts) => {
    it.each(Object.entries(homes(facts)))('stays within the limits, and mentions and links nothing: %s', (_, home) => {
      for (const notice of [null, ...Object.values(notices(facts))]) {
        const view = drawHome(home, notice, locale);
        expect(validateView(view)).toEqual([]);
        expect(view.blocks.length).toBeLessThanOrEqual(100);
        expect(liveMarks(view)).toEqual([]);
      }
    });
  });

  it('keeps to 100 blocks whatever there is, and cuts at the end', () => {
    const { full } = homes(plainTyped);
    if (!full) throw new Error('There is no Home.');
    const list = Array.from(
      { length: 100 },
      (_, i) => ({ ...full.open.list[0], id: i + 1 }) as (typeof full.open.list)[0],
    );
    const view = drawHome({ ...full, open: { list, total: 100 } }, null, locale);
    expect(view.blocks).toHaveLength(100);
    expect(validateView(view)).toEqual([]);
  });

  it('is something while it is read', () => {
    expect(validateView(drawWaitingHome(locale))).toEqual([]);
  });

  it('leaves out what there is nothing to tell of', () => {
    const { calm } = homes(plainTyped);
    if (!calm) throw new Error('There is no Home.');
    const drawn = homeSections.filter(({ draw }) => draw(calm, locale).length > 0).map(({ name }) => name);
    expect(drawn).toEqual(['follow-ups', 'figures', 'ladder', 'other-view', 'actions']);
  });
});

it('every button of the Home that says words says some that a command knows', () => {
  const said = Object.values(homes(plainTyped)).flatMap((facts) =>
    (drawHome({ ...facts, mayManage: true }, null, 'en').blocks as KnownBlock[]).flatMap(buttonsIn),
  );
  const words = said
    .filter(({ action_id }) => buttonKindId(action_id) === sayButton.id)
    .map(({ value }) => sayButton.value.parse(value).words)
    // The command comes with the targets themselves.
    .filter((one) => !one.startsWith('target'));
  expect(words.length).toBeGreaterThan(10);
  expect(words.filter((one) => !findCommand(one.split(' ')[0] ?? ''))).toEqual([]);
});

function buttonsIn(block: KnownBlock): { readonly action_id: string; readonly value: string }[] {
  const elements = block.type === 'actions' ? block.elements : block.type === 'section' ? [block.accessory] : [];
  return elements.flatMap((one) =>
    one?.type === 'button' ? [{ action_id: one.action_id ?? '', value: one.value ?? '' }] : [],
  );
}
