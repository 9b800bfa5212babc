import type { ModalView } from '@slack/types';
import type { Note } from '../../facts/reply.ts';
import type { Locale } from '../../text/define-text.ts';
import { drawNote } from '../note.ts';
import { plainView } from './waiting-view.ts';

/** What came of a form, in its place. */
export function noteView(note: Note, locale: Locale): ModalView {
  const { blocks } = drawNote(note, locale);
  return plainView.view({ title: 'Loyalty Ladder', submit: null, blocks }, {}, locale);
}
