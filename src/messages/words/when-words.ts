import { describeWhen, type When } from '../../loyalty/time/read-schedule.ts';
import { monthName, weekdayName } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatList } from '../../text/list.ts';
import { shortened } from '../../text/shorten.ts';
import { capital } from '../../text/terms.ts';
import { oneLine } from '../../text/typed.ts';

const words = defineText({
  en: {
    betweenHourAndMinute: ':',
    at: (times: string) => times,
    hourly: 'every hour',
    everyDay: 'every day',
    workdays: 'weekdays',
    weekday: (name: string) => `${name}s`,
    everySecond: (names: string) => `every second ${names}`,
    monthDays: (days: string) => `day ${days} of the month`,
    ofMonths: (days: string, months: string) => `day ${days} of ${months}`,
    monthDay: (day: number) => String(day),
  },
  da: {
    betweenHourAndMinute: '.',
    at: (times: string) => `kl. ${times}`,
    hourly: 'hver time',
    everyDay: 'hver dag',
    workdays: 'hverdage',
    weekday: (name: string) => `${name}e`,
    everySecond: (names: string) => `hver anden ${names}`,
    monthDays: (days: string) => `den ${days} i måneden`,
    ofMonths: (days: string, months: string) => `den ${days} i ${months}`,
    monthDay: (day: number) => `${day}.`,
  },
  nb: {
    betweenHourAndMinute: ':',
    at: (times: string) => `kl. ${times}`,
    hourly: 'hver time',
    everyDay: 'hver dag',
    workdays: 'hverdager',
    weekday: (name: string) => `${name}er`,
    everySecond: (names: string) => `annenhver ${names}`,
    monthDays: (days: string) => `den ${days} i måneden`,
    ofMonths: (days: string, months: string) => `den ${days} i ${months}`,
    monthDay: (day: number) => `${day}.`,
  },
});

/** A cron expression in words, "Mondays 9:00"; the expression itself where words would not be shorter. */
export function cronWords(locale: Locale, cron: string): string {
  const when = describeWhen(cron);
  if (!when) return shortened(oneLine(cron), 100);
  const days = when.everySecondWeek ? everySecondWords(locale, when.days) : dayWords(locale, when.days);
  return capital(`${days} ${timeWords(locale, when.times)}`);
}

/** "every second Tuesday" */
function everySecondWords(locale: Locale, days: When['days']): string {
  if (days.kind !== 'weekdays') return dayWords(locale, days);
  const names = days.weekdays.map((weekday) => weekdayName(locale, weekday));
  return words(locale).everySecond(formatList(locale, names));
}

function dayWords(locale: Locale, days: When['days']): string {
  const text = words(locale);
  switch (days.kind) {
    case 'every-day':
      return text.everyDay;
    case 'weekdays': {
      if (days.weekdays.join() === '1,2,3,4,5') return text.workdays;
      return formatList(
        locale,
        days.weekdays.map((weekday) => text.weekday(weekdayName(locale, weekday))),
      );
    }
    case 'month-days': {
      const dates = formatList(
        locale,
        days.monthDays.map((day) => text.monthDay(day)),
      );
      if (days.months.length === 12) return text.monthDays(dates);
      const months = days.months.map((month) => monthName(locale, month));
      return text.ofMonths(dates, formatList(locale, months));
    }
  }
}

function timeWords(locale: Locale, times: When['times']): string {
  const text = words(locale);
  if (times.length === 24) return text.hourly;
  const shown = times.map(
    ({ hour, minute }) => `${hour}${text.betweenHourAndMinute}${String(minute).padStart(2, '0')}`,
  );
  return text.at(formatList(locale, shown));
}
