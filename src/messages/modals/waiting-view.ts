import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { defineText, type Locale } from '../../text/define-text.ts';
import { shortened } from '../../text/shorten.ts';
import { manyLines } from '../../text/typed.ts';
import { lines, section } from '../kit/blocks.ts';
import { formKind } from './form.ts';

/** A modal that only shows something: while work goes on, or when it came to nothing. */
export const plainView = formKind('view.plain', z.object({}));

const words = defineText({
  en: { title: 'One moment', waiting: 'Reading the file. This takes a few seconds.', failed: 'That did not work' },
  da: { title: 'Et øjeblik', waiting: 'Læser filen. Det tager et par sekunder.', failed: 'Det lykkedes ikke' },
  nb: { title: 'Et øyeblikk', waiting: 'Leser filen. Det tar noen sekunder.', failed: 'Det gikk ikke' },
});

/** Opened at once, as what is needed for the real view takes longer than Slack waits. */
export function waitingView(locale: Locale, waiting: string | null = null): ModalView {
  const text = words(locale);
  const blocks = [section(waiting ?? text.waiting)];
  return plainView.view({ title: text.title, submit: null, blocks }, {}, locale);
}

/** Why there is nothing to show. The words may quote what was typed or what stands in a file. */
export function failedView(locale: Locale, why: string): ModalView {
  const text = words(locale);
  const blocks = [lines([shortened(manyLines(why), 2500)])];
  return plainView.view({ title: text.failed, submit: null, blocks }, {}, locale);
}
