import { weekdayName } from '../text/date.ts';
import { defineText, type Locale } from '../text/define-text.ts';
import { shortened } from '../text/shorten.ts';
import { oneLine } from '../text/typed.ts';

const words = defineText({
  en: {
    time: (hour: number, minute: string) => `${hour}:${minute}`,
    weekly: (day: string, time: string) => `${day}s ${time}`,
    daily: (time: string) => `every day ${time}`,
    weekdays: (time: string) => `weekdays ${time}`,
    monthly: (day: string, time: string) => `day ${day} of the month ${time}`,
    first: (time: string) => `the first of the month ${time}`,
  },
  da: {
    time: (hour: number, minute: string) => `kl. ${hour}.${minute}`,
    weekly: (day: string, time: string) => `${day}e ${time}`,
    daily: (time: string) => `hver dag ${time}`,
    weekdays: (time: string) => `hverdage ${time}`,
    monthly: (day: string, time: string) => `den ${day}. i måneden ${time}`,
    first: (time: string) => `den 1. i måneden ${time}`,
  },
  nb: {
    time: (hour: number, minute: string) => `kl. ${hour}:${minute}`,
    weekly: (day: string, time: string) => `${day}er ${time}`,
    daily: (time: string) => `hver dag ${time}`,
    weekdays: (time: string) => `hverdager ${time}`,
    monthly: (day: string, time: string) => `den ${day}. i måneden ${time}`,
    first: (time: string) => `den 1. i måneden ${time}`,
  },
});

/** A cron expression in words, "Mondays 9:00", where it is one of the plain ones; else the expression itself. */
export function cronWords(locale: Locale, cron: string): string {
  const text = words(locale);
  const plain = /^(\d{1,2}) (\d{1,2}) (\*|\d{1,2}) \* (\*|[0-7]|1-5)$/.exec(cron.trim());
  if (!plain) return shortened(oneLine(cron), 100);
  const [, minute = '0', hour = '0', date = '*', weekday = '*'] = plain;
  const time = text.time(Number(hour), minute.padStart(2, '0'));
  if (date !== '*') {
    if (weekday !== '*') return cron;
    return date === '1' ? text.first(time) : text.monthly(String(Number(date)), time);
  }
  if (weekday === '*') return text.daily(time);
  if (weekday === '1-5') return text.weekdays(time);
  return text.weekly(weekdayName(locale, Number(weekday) % 7), time);
}
