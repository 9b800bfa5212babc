import type { CustomerCard, CustomerRisk } from '../../facts/customer.ts';
import type { MissingForRung } from '../../loyalty/ladder/rung-rules.ts';
import { formatDay } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatList } from '../../text/list.ts';
import { formatNumber } from '../../text/number.ts';
import { counted } from '../../text/plural.ts';
import { shareWords } from '../predictions/risk-words.ts';
import { moneyWords } from '../words/money-words.ts';
import { reasonWords, rungName, rungTitle } from '../words/rung-words.ts';

const words = defineText({
  en: {
    unknown: 'Not on the ladder yet.',
    high: 'high',
    notHigh: 'not high',
    risk: (level: string, share: string, days: string) => `${level}, ${share} that no order comes within ${days} days`,
    riskAlone: (level: string, days: string) => `${level} that no order comes within ${days} days`,
    orderedSince: 'not counted yet: has ordered since the newest prediction',
    noRisk: 'not enough data',
    orders: { one: 'order', many: 'orders' },
    soFar: (money: string) => `${money} so far`,
    newest: (day: string) => `newest ${day}`,
    since: (rung: string, day: string, reason: string) => `${rung} since ${day} (${reason}).`,
    noOrder: 'No completed order yet.',
    oneDay: (day: string) => `Orders on one day so far: ${day}.`,
    days: (count: string, day: string) => `Orders on ${count} different days, the newest on ${day}.`,
    lapsed: 'The newest is too long ago to count as active.',
    hasWon: 'Has won you a customer.',
    hasReviewed: 'Has written a good public review.',
    nps: (score: string) => `Newest NPS answer ${score}.`,
    tooLow: (score: string) => `The newest NPS answer, ${score}, is too low for an ambassador.`,
    pinEnds: (day: string) => `It was set by hand and ends on ${day}.`,
    ends: (day: string, rung: string) => `Falls back to ${rung} on ${day} unless an order comes in.`,
    next: (rung: string, missing: string) => `Missing for ${rung}: ${missing}.`,
    firstOrder: 'a first order',
    moreOrders: (days: number) => (days === 1 ? '1 more order, on another day' : `orders on ${days} more days`),
    newOrder: 'a new order',
    advocacy: (stars: number) => `a recommendation that wins a customer, or a public review of at least ${stars} stars`,
    npsOf: (least: number) =>
      `${least === 10 ? 'a 10' : least === 9 ? 'a 9 or 10' : `${least} or more`} as newest NPS answer`,
    agreement: 'an agreement, and somebody who sets the rung by hand',
  },
  da: {
    unknown: 'Står ikke på stigen endnu.',
    high: 'høj',
    notHigh: 'ikke høj',
    risk: (level: string, share: string, days: string) =>
      `${level}, ${share} for, at der ikke kommer en ordre inden for ${days} dage`,
    riskAlone: (level: string, days: string) => `${level} for, at der ikke kommer en ordre inden for ${days} dage`,
    orderedSince: 'har købt siden den nyeste prognose',
    noRisk: 'ikke nok data',
    orders: { one: 'ordre', many: 'ordrer' },
    soFar: (money: string) => `${money} til nu`,
    newest: (day: string) => `senest ${day}`,
    since: (rung: string, day: string, reason: string) => `${rung} siden ${day} (${reason}).`,
    noOrder: 'Ingen gennemført ordre endnu.',
    oneDay: (day: string) => `Har indtil nu bestilt på én dag: ${day}.`,
    days: (count: string, day: string) => `Har bestilt på ${count} forskellige dage, senest den ${day}.`,
    lapsed: 'Det er for længe siden til, at kunden regnes for aktiv.',
    hasWon: 'Har skaffet jer en kunde.',
    hasReviewed: 'Har skrevet en god offentlig anmeldelse.',
    nps: (score: string) => `Nyeste NPS-svar ${score}.`,
    tooLow: (score: string) => `Det nyeste NPS-svar, ${score}, er for lavt til en ambassadør.`,
    pinEnds: (day: string) => `Trinnet er sat manuelt og gælder indtil den ${day}.`,
    ends: (day: string, rung: string) => `Falder den ${day} tilbage til ${rung}, hvis der ikke kommer en ordre.`,
    next: (rung: string, missing: string) => `Mangler for at blive ${rung}: ${missing}.`,
    firstOrder: 'en første ordre',
    moreOrders: (days: number) => (days === 1 ? '1 ordre mere, på en anden dag' : `ordrer på ${days} dage mere`),
    newOrder: 'en ny ordre',
    advocacy: (stars: number) =>
      `en anbefaling, der skaffer jer en kunde, eller en offentlig anmeldelse på mindst ${stars} stjerner`,
    npsOf: (least: number) =>
      `${least === 10 ? '10' : least === 9 ? '9 eller 10' : `mindst ${least}`} som nyeste NPS-svar`,
    agreement: 'en aftale, og at nogen sætter trinnet manuelt',
  },
  nb: {
    unknown: 'Står ikke på stigen ennå.',
    high: 'høy',
    notHigh: 'ikke høy',
    risk: (level: string, share: string, days: string) =>
      `${level}, ${share} for at det ikke kommer en ordre innen ${days} dager`,
    riskAlone: (level: string, days: string) => `${level} for at det ikke kommer en ordre innen ${days} dager`,
    orderedSince: 'har kjøpt siden den nyeste prognosen',
    noRisk: 'ikke nok data',
    orders: { one: 'ordre', many: 'ordrer' },
    soFar: (money: string) => `${money} til nå`,
    newest: (day: string) => `sist ${day}`,
    since: (rung: string, day: string, reason: string) => `${rung} siden ${day} (${reason}).`,
    noOrder: 'Ingen fullført ordre ennå.',
    oneDay: (day: string) => `Har så langt bestilt på én dag: ${day}.`,
    days: (count: string, day: string) => `Har bestilt på ${count} forskjellige dager, sist ${day}.`,
    lapsed: 'Det er for lenge siden til at kunden regnes som aktiv.',
    hasWon: 'Har skaffet dere en kunde.',
    hasReviewed: 'Har skrevet en god offentlig omtale.',
    nps: (score: string) => `Nyeste NPS-svar ${score}.`,
    tooLow: (score: string) => `Det nyeste NPS-svaret, ${score}, er for lavt for en ambassadør.`,
    pinEnds: (day: string) => `Trinnet er satt manuelt og gjelder til ${day}.`,
    ends: (day: string, rung: string) => `Faller tilbake til ${rung} ${day} hvis det ikke kommer en ordre.`,
    next: (rung: string, missing: string) => `Mangler for å bli ${rung}: ${missing}.`,
    firstOrder: 'en første ordre',
    moreOrders: (days: number) => (days === 1 ? '1 ordre til, på en annen dag' : `ordrer på ${days} dager til`),
    newOrder: 'en ny ordre',
    advocacy: (stars: number) =>
      `en anbefaling som skaffer dere en kunde, eller en offentlig omtale på minst ${stars} stjerner`,
    npsOf: (least: number) =>
      `${least === 10 ? '10' : least === 9 ? '9 eller 10' : `minst ${least}`} som nyeste NPS-svar`,
    agreement: 'en avtale, og at noen setter trinnet manuelt',
  },
});

/** "Repeat customer since 3 March 2026 (ordered again)." */
export function rungSentence(locale: Locale, { placement, since }: CustomerCard): string {
  const text = words(locale);
  if (!placement) return text.unknown;
  const title = rungTitle(locale, placement.rung);
  return since ? text.since(title, formatDay(locale, since.day), reasonWords(locale, since.reason)) : `${title}.`;
}

/** "high, 74% that no order comes within 180 days". */
export function riskSentence(locale: Locale, risk: CustomerRisk | null): string {
  const text = words(locale);
  if (!risk) return text.noRisk;
  if (risk.kind === 'ordered-since') return text.orderedSince;
  const level = risk.isHigh ? text.high : text.notHigh;
  const days = formatNumber(locale, risk.days);
  return risk.told ? text.risk(level, shareWords(locale, risk.told), days) : text.riskAlone(level, days);
}

/** "7 orders · DKK 12,400 so far · newest 3 March 2026". */
export function ordersWords(locale: Locale, { orderCount, value, placement }: CustomerCard): string {
  const text = words(locale);
  const money = moneyWords(locale, value);
  const newest = placement?.newestOrderDay ?? null;
  return [
    counted(locale, orderCount, text.orders),
    ...(money ? [text.soFar(money)] : []),
    ...(newest === null ? [] : [text.newest(formatDay(locale, newest))]),
  ].join(' · ');
}

/** The facts on which the rung rests, and when time alone ends it. */
export function whySentences(locale: Locale, card: CustomerCard): string {
  const { placement } = card;
  if (!placement) return '';
  return [orderSentence(locale, card), ...adviceSentences(locale, card), endSentence(locale, card)]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

/** "Missing for ambassador: a newest NPS answer of 9 to 10."; null where there is no next rung by the rules. */
export function nextSentence(locale: Locale, { next, placement }: CustomerCard): string | null {
  if (!next) return null;
  const missing = next.missing.map((one) => missingWords(locale, one, placement?.orderDays === 0));
  return words(locale).next(rungName(locale, next.rung), formatList(locale, missing));
}

function missingWords(locale: Locale, missing: MissingForRung, isFirst: boolean): string {
  const text = words(locale);
  switch (missing.kind) {
    case 'orders':
      return isFirst ? text.firstOrder : text.moreOrders(missing.days);
    case 'new-order':
      return text.newOrder;
    case 'advocacy':
      return text.advocacy(missing.stars);
    case 'nps':
      return text.npsOf(missing.least);
    case 'agreement':
      return text.agreement;
  }
}

function orderSentence(locale: Locale, { placement }: CustomerCard): string {
  const text = words(locale);
  if (!placement || placement.newestOrderDay === null || placement.orderDays === 0) return text.noOrder;
  const newest = formatDay(locale, placement.newestOrderDay);
  const orders =
    placement.orderDays === 1 ? text.oneDay(newest) : text.days(formatNumber(locale, placement.orderDays), newest);
  return placement.active ? orders : `${orders} ${text.lapsed}`;
}

function adviceSentences(locale: Locale, { placement, recommended }: CustomerCard): string[] {
  if (!placement) return [];
  const text = words(locale);
  const { advocate, newestNps, rung, pinned } = placement;
  const score = newestNps === null ? null : formatNumber(locale, newestNps);
  // A repeat customer who recommends and is no ambassador has answered too low: the rules know no other reason.
  const heldBack = advocate && rung === 'repeat' && !pinned;
  return [
    ...(advocate ? [recommended.length > 0 ? text.hasWon : text.hasReviewed] : []),
    ...(score === null ? [] : [heldBack ? text.tooLow(score) : text.nps(score)]),
  ];
}

function endSentence(locale: Locale, { endsOn, pin }: CustomerCard): string | null {
  const text = words(locale);
  if (pin) return pin.untilDay === null ? null : text.pinEnds(formatDay(locale, pin.untilDay));
  return endsOn === null ? null : text.ends(formatDay(locale, endsOn), rungName(locale, 'customer'));
}
