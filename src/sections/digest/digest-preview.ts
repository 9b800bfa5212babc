import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { DigestFacts } from '../../facts/report.ts';
import { context as smallPrint } from '../../messages/kit/blocks.ts';
import type { DrawContext } from '../../messages/kit/draw-context.ts';
import { formKind } from '../../messages/modals/form.ts';
import { formatInstant } from '../../text/date.ts';
import { defineText, type Locale, locales } from '../../text/define-text.ts';
import { sentences } from '../../text/sentence.ts';
import { drawDigest } from './digest.ts';
import { type DigestEntry, type DrawnFrom, drawnFrom } from './digest-form.ts';

/** Carries what was filled in: nothing of it is saved until this is sent. */
export const digestPreviewForm = formKind(
  'digest.switch-on',
  z.object({
    channelId: z.string(),
    when: z.string(),
    timeZone: z.string(),
    locale: z.enum(locales),
    sections: z.array(z.string()).readonly(),
    active: z.boolean(),
    review: z.boolean(),
    drawn: drawnFrom.optional(),
  }),
);

const words = defineText({
  en: {
    title: 'Preview',
    about: 'This is how the digest would look today. Nothing is posted before you switch it on.',
    first: (at: string) => `Once it is on, the first one comes ${at}.`,
    submit: 'Switch on',
  },
  da: {
    title: 'Forhåndsvisning',
    about: 'Sådan ville opsummeringen se ud i dag. Intet sendes, før du slår den til.',
    first: (at: string) => `Slår du den til, kommer den første ${at}.`,
    submit: 'Slå til',
  },
  nb: {
    title: 'Forhåndsvisning',
    about: 'Slik ville oppsummeringen sett ut i dag. Ingenting sendes før du slår den på.',
    first: (at: string) => `Slår du den på, kommer den første ${at}.`,
    submit: 'Slå på',
  },
});

/** A channel's digest as it would be today, before it is switched on: in its language, with nothing to press but that. */
export function digestPreviewView(
  entry: DigestEntry & { readonly drawn?: DrawnFrom | undefined },
  { digest, firstDueAt }: { readonly digest: DigestFacts; readonly firstDueAt: Date | null },
  locale: Locale,
  context: Pick<DrawContext, 'docsUrl'>,
): ModalView {
  const text = words(locale);
  const first = firstDueAt && text.first(formatInstant(locale, firstDueAt, entry.timeZone));
  const { blocks } = drawDigest(digest, entry.locale, context);
  return digestPreviewForm.view(
    {
      title: text.title,
      submit: text.submit,
      blocks: [smallPrint(sentences(text.about, ...(first ? [first] : []))), ...blocks.flatMap(toLookAt)],
    },
    entry,
    locale,
  );
}

function toLookAt(block: KnownBlock): KnownBlock[] {
  if (block.type === 'actions') return [];
  if (block.type !== 'section') return [block];
  const { accessory: _, ...rest } = block;
  return [rest];
}
