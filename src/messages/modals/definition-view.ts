import type { KnownBlock, ModalView } from '@slack/types';
import type { DefinedName } from '../../facts/defined.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { definitionBlocks } from '../figures/definition.ts';
import { countedHow } from '../kit/docs-link.ts';
import { plainView } from './waiting-view.ts';

const words = defineText({
  en: { title: 'How it is worked out' },
  da: { title: 'Sådan er det regnet ud' },
  nb: { title: 'Slik er det regnet ut' },
});

/**
 * What something means, and how it is counted.
 *
 * @param told what stands above it: of the answer from which it was asked
 * @param docsUrl where more of it can be read; without it no place is named, as nobody can open one
 */
export function definitionView(
  name: DefinedName,
  locale: Locale,
  { told = [], docsUrl }: { readonly told?: readonly KnownBlock[]; readonly docsUrl?: string | null | undefined },
): ModalView {
  const blocks = [...told, ...definitionBlocks(locale, name), ...countedHow(locale, { docsUrl }, name)];
  return plainView.view({ title: words(locale).title, submit: null, blocks }, {}, locale);
}
