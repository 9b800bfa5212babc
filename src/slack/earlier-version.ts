import { UserError } from '../errors.ts';
import { defineText } from '../text/define-text.ts';

const words = defineText({
  en: {
    button:
      'This button is from an earlier version of Loyalty Ladder and does nothing any more. Type `/loyalty` to see how things stand now.',
    form: 'This form is from an earlier version of Loyalty Ladder, so nothing was saved. Close it and open it again.',
  },
  da: {
    button:
      'Knappen er fra en tidligere version af Loyalty Ladder og virker ikke længere. Skriv `/loyalty` for at se, hvordan det står til nu.',
    form: 'Formularen er fra en tidligere version af Loyalty Ladder, så der er ikke gemt noget. Luk den, og åbn den igen.',
  },
  nb: {
    button:
      'Knappen er fra en tidligere versjon av Loyalty Ladder og virker ikke lenger. Skriv `/loyalty` for å se hvordan det står til nå.',
    form: 'Skjemaet er fra en tidligere versjon av Loyalty Ladder, så ingenting er lagret. Lukk det, og åpne det på nytt.',
  },
});

/** Messages and forms outlive the version that drew them. */
export function fromEarlierVersion(what: 'button' | 'form'): UserError {
  return new UserError('earlier-version', (locale) => words(locale)[what]);
}
