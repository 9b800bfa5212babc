import { UserError } from '../../errors.ts';

/** Rows whose days were read in a time zone that no longer holds: they would lie on other days than all others. */
export function otherTimeZone(readIn: string, holds: string): UserError {
  return new UserError('time-zone-changed', (locale) => words[locale](readIn, holds));
}

const words = {
  en: (readIn: string, holds: string) =>
    `The time zone was changed from ${readIn} to ${holds} while the file was read. Import the file again: what is in already stays, and the rest comes in on the right days.`,
  da: (readIn: string, holds: string) =>
    `Tidszonen blev ændret fra ${readIn} til ${holds}, mens filen blev læst. Indlæs filen igen: det, der allerede er inde, bliver, og resten kommer ind på de rigtige dage.`,
  nb: (readIn: string, holds: string) =>
    `Tidssonen ble endret fra ${readIn} til ${holds} mens filen ble lest. Importer filen på nytt: det som allerede er inne, blir værende, og resten kommer inn på riktige dager.`,
};
