import { z } from 'zod';
import type { ListedImport } from '../../facts/import.ts';
import { brief } from '../../text/brief.ts';
import { formatInstant } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { shortened } from '../../text/shorten.ts';
import { capital } from '../../text/terms.ts';
import { oneLine } from '../../text/typed.ts';
import { context, header, plainSection, section } from '../kit/blocks.ts';
import { buttonKind } from '../kit/button.ts';
import { toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';
import { rowCounts } from './import-result.ts';
import { importWords } from './import-words.ts';

export const undoImportButton = buttonKind('import.undo', z.object({ importId: z.int().positive() }));

const words = defineText({
  en: {
    title: 'Imports of the last 30 days',
    none: 'Nothing was imported in the last 30 days.',
    running: 'still coming in',
    failed: 'stopped by a fault',
    cancelled: 'stopped',
    undone: 'taken back',
    undoing: 'being taken back',
    undo: 'Take back',
    sure: 'Take this import back?',
    what: (file: string) =>
      `What ${file} brought is removed, what it changed is put back, and alerts it caused are withdrawn. The file can be imported again.`,
    keep: 'Keep it',
    about: 'If something has been built on an import since, that must be taken back first.',
  },
  da: {
    title: 'De seneste 30 dages indlæsninger',
    none: 'Der er ikke indlæst noget de seneste 30 dage.',
    running: 'er i gang',
    failed: 'stoppet af en fejl',
    cancelled: 'stoppet',
    undone: 'fortrudt',
    undoing: 'er ved at blive fortrudt',
    undo: 'Fortryd',
    sure: 'Fortryde indlæsningen?',
    what: (file: string) =>
      `Det, ${file} bragte med sig, forsvinder, det, den ændrede, bliver som før, og dens opfølgninger trækkes tilbage. Filen kan indlæses igen.`,
    keep: 'Behold den',
    about: 'Er der bygget videre på en indlæsning, skal det nyere fortrydes først.',
  },
  nb: {
    title: 'Importer de siste 30 dagene',
    none: 'Ingenting er importert de siste 30 dagene.',
    running: 'er i gang',
    failed: 'stoppet av en feil',
    cancelled: 'stoppet',
    undone: 'angret',
    undoing: 'holder på å bli angret',
    undo: 'Angre',
    sure: 'Angre importen?',
    what: (file: string) =>
      `Det ${file} brakte med seg, forsvinner, det den endret, blir som før, og oppfølgingene trekkes tilbake. Filen kan importeres igjen.`,
    keep: 'Behold den',
    about: 'Er det bygget videre på en import, må det nyere angres først.',
  },
});

/** The newest imports, each with a button that takes it back. */
export const importsReply: Presenter<'imports'> = {
  draw({ imports }, locale, { timeZone, memberId }) {
    const text = words(locale);
    if (imports.length === 0) return toMessage(text.none, [section(text.none)]);
    const rows = imports.map((one) => {
      const line = `${one.importId} · ${importLine(one, locale)} · ${formatInstant(locale, one.at, timeZone)}`;
      const file = brief(one.fileName);
      const confirm = { title: text.sure, text: text.what(file), yes: text.undo, no: text.keep };
      const look = { confirm, spoken: `${text.undo}: ${file}`, style: 'danger' as const };
      const isOver = one.status !== 'running' && one.status !== 'undone' && !one.undoing;
      return plainSection(
        line,
        isOver && memberId !== null ? undoImportButton.element(text.undo, { importId: one.importId }, look) : undefined,
      );
    });
    return toMessage(text.title, [header(text.title), ...rows, context(text.about)]);
  },
  json: ({ imports }) => ({
    imports: imports.map(({ importId, at, undoing, ...one }) => ({
      id: importId,
      ...one,
      at: at.toISOString(),
      undoing,
    })),
  }),
};

/** "Orders · orders.csv · new 120, changed 3, refused 2", and what became of it. */
function importLine({ kind, fileName, status, undoing, ...counts }: ListedImport, locale: Locale): string {
  const text = words(locale);
  const what = rowCounts(counts, ['imported', 'updated', 'refused'], locale);
  const state = undoing ? [text.undoing] : status === 'finished' ? [] : [text[status]];
  return [capital(importWords(locale).kinds[kind]), shortened(oneLine(fileName), 80), what, ...state].join(' · ');
}
