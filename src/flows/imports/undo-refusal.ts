import { UserError } from '../../errors.ts';
import type { UndoOutcome } from '../../facts/import.ts';
import { formatNumber } from '../../text/number.ts';

type Refused = Exclude<UndoOutcome, { kind: 'undone' }>;

const words = {
  en: {
    noImport: 'There is no such import. Imports can be taken back for 30 days; `/loyalty import undo` lists them.',
    running: (file: string) => `${file} is still coming in. Take it back when it is done.`,
    builtOn: (file: string, what: string) =>
      `${file} cannot be taken back, as something newer rests on it: ${what}. Take that back first; nothing was changed.`,
    import: (id: string, file: string, count: string) => `import ${id} (${file}, rows: ${count})`,
    forgotten: (count: string) => `an older import (rows: ${count})`,
    byHand: (count: string) => `changes by hand (${count})`,
    taken: (count: string) => `follow-ups somebody took (${count})`,
  },
  da: {
    noImport: 'Den indlæsning findes ikke. Indlæsninger kan fortrydes i 30 dage; `/loyalty indlæs fortryd` viser dem.',
    running: (file: string) => `${file} er ved at blive indlæst. Fortryd, når den er færdig.`,
    builtOn: (file: string, what: string) =>
      `${file} kan ikke fortrydes, for der er bygget videre på den: ${what}. Fortryd det først. Intet er ændret.`,
    import: (id: string, file: string, count: string) => `indlæsning ${id} (${file}, rækker: ${count})`,
    forgotten: (count: string) => `en ældre indlæsning (rækker: ${count})`,
    byHand: (count: string) => `manuelle ændringer (${count})`,
    taken: (count: string) => `opfølgninger, som nogen har taget (${count})`,
  },
  nb: {
    noImport: 'Den importen finnes ikke. Importer kan angres i 30 dager; `/loyalty importer angre` viser dem.',
    running: (file: string) => `${file} holder på å bli importert. Angre når den er ferdig.`,
    builtOn: (file: string, what: string) =>
      `${file} kan ikke angres, for det er bygget videre på den: ${what}. Angre det først. Ingenting er endret.`,
    import: (id: string, file: string, count: string) => `import ${id} (${file}, rader: ${count})`,
    forgotten: (count: string) => `en eldre import (rader: ${count})`,
    byHand: (count: string) => `manuelle endringer (${count})`,
    taken: (count: string) => `oppfølginger som noen har tatt (${count})`,
  },
};

/** Why an import is not taken back, and what to do first. */
export function undoRefused(outcome: Refused): UserError {
  return new UserError('import-not-undone', (locale) => {
    const text = words[locale];
    if (outcome.kind === 'no-import') return text.noImport;
    if (outcome.kind === 'running') return text.running(outcome.fileName);
    const number = (count: number) => formatNumber(locale, count);
    const built = outcome.builtOn.map(({ importId, fileName, count }) => {
      if (importId === null) return text.byHand(number(count));
      return fileName === null ? text.forgotten(number(count)) : text.import(String(importId), fileName, number(count));
    });
    const taken = outcome.followUpsTaken > 0 ? [text.taken(number(outcome.followUpsTaken))] : [];
    return text.builtOn(outcome.fileName, [...built, ...taken].join(', '));
  });
}
