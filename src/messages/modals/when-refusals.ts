import type { WhenRefusal } from '../../loyalty/time/when-refusal.ts';
import { brief } from '../../text/brief.ts';
import { defineText, type Locale } from '../../text/define-text.ts';

const words = defineText({
  en: {
    empty: 'Say when, for example “Mondays 9:00”.',
    'not-understood': (typed: string) => `I do not understand “${typed}”. Write for example “Mondays 9:00”.`,
    'no-day': 'Say on which day, for example “Mondays 9:00” or “every day 9:00”.',
    'bad-time': (typed: string) => `“${typed}” is not a time of day. Write for example 9:00.`,
    'several-times': 'One time of day only, please.',
    'bad-day-of-month': (typed: string) => `“${typed}” is not a day of the month.`,
    'not-every-month': 'Not every month has this day. Choose one from the 1st to the 28th.',
    'days-mixed': 'Weekdays and days of the month do not go together. Choose one of them.',
    'cron-fields': 'A cron expression has five fields: minute, hour, day, month, weekday.',
    'cron-seconds': 'Leave out the seconds: a cron expression has five fields here.',
    'cron-nickname': (typed: string) => `“${typed}” cannot be used here. Write five fields, for example 0 9 * * 1.`,
    'cron-field': (typed: string) => `“${typed}” does not fit in its place in the cron expression.`,
    never: 'That day never comes.',
    'too-often': 'Once an hour is the most.',
  },
  da: {
    empty: 'Skriv hvornår, for eksempel ”mandage 9.00”.',
    'not-understood': (typed: string) => `Jeg forstår ikke ”${typed}”. Skriv for eksempel ”mandage 9.00”.`,
    'no-day': 'Skriv hvilken dag, for eksempel ”mandage 9.00” eller ”hver dag 9.00”.',
    'bad-time': (typed: string) => `”${typed}” er ikke et klokkeslæt. Skriv for eksempel 9.00.`,
    'several-times': 'Skriv kun ét klokkeslæt.',
    'bad-day-of-month': (typed: string) => `”${typed}” er ikke en dag i måneden.`,
    'not-every-month': 'Den dag findes ikke i alle måneder. Vælg en fra den 1. til den 28.',
    'days-mixed': 'Ugedage og dage i måneden kan ikke bruges sammen. Vælg en af delene.',
    'cron-fields': 'Et cron-udtryk har fem felter: minut, time, dag, måned, ugedag.',
    'cron-seconds': 'Udelad sekunderne: Et cron-udtryk har fem felter her.',
    'cron-nickname': (typed: string) => `”${typed}” kan ikke bruges her. Skriv fem felter, for eksempel 0 9 * * 1.`,
    'cron-field': (typed: string) => `”${typed}” passer ikke på sin plads i cron-udtrykket.`,
    never: 'Den dag kommer aldrig.',
    'too-often': 'Højst én gang i timen.',
  },
  nb: {
    empty: 'Skriv når, for eksempel «mandager 9:00».',
    'not-understood': (typed: string) => `Jeg forstår ikke «${typed}». Skriv for eksempel «mandager 9:00».`,
    'no-day': 'Skriv hvilken dag, for eksempel «mandager 9:00» eller «hver dag 9:00».',
    'bad-time': (typed: string) => `«${typed}» er ikke et klokkeslett. Skriv for eksempel 9:00.`,
    'several-times': 'Skriv bare ett klokkeslett.',
    'bad-day-of-month': (typed: string) => `«${typed}» er ikke en dag i måneden.`,
    'not-every-month': 'Den dagen finnes ikke i alle måneder. Velg en fra den 1. til den 28.',
    'days-mixed': 'Ukedager og dager i måneden kan ikke brukes sammen. Velg én av delene.',
    'cron-fields': 'Et cron-uttrykk har fem felter: minutt, time, dag, måned, ukedag.',
    'cron-seconds': 'Utelat sekundene: Et cron-uttrykk har fem felter her.',
    'cron-nickname': (typed: string) => `«${typed}» kan ikke brukes her. Skriv fem felter, for eksempel 0 9 * * 1.`,
    'cron-field': (typed: string) => `«${typed}» passer ikke på plassen sin i cron-uttrykket.`,
    never: 'Den dagen kommer aldri.',
    'too-often': 'Høyst én gang i timen.',
  },
});

/** Why a digest's time was not taken, and what to write instead. Not escaped: it quotes what was typed. */
export function whenRefusalWords({ code, typed }: WhenRefusal, locale: Locale): string {
  const said = words(locale)[code];
  return typeof said === 'string' ? said : said(brief(typed));
}
