import { longestWords, type Survey, type SurveyQuestion, surveyQuestions, surveyScale } from '../loyalty/survey.ts';
import { formatInstant } from '../text/date.ts';
import { type Locale, locales } from '../text/define-text.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { surveyWords } from '../text/survey-words.ts';
import { pageStyle } from './page-style.ts';
import { pageWords } from './page-words.ts';

/** What a page is drawn of. */
export interface PageFacts {
  readonly locale: Locale;
  /** The company that asks; null: not to be told. */
  readonly asker: string | null;
  /** Where the page stands. */
  readonly path: string;
}

export interface FormFacts extends PageFacts {
  readonly asker: string;
  readonly survey: Survey;
  readonly timeZone: string;
  /** Until when an answer that was given can be changed; null: none was. */
  readonly changeableUntil: Date | null;
  /** What was chosen so far, by question. */
  readonly chosen: (question: SurveyQuestion) => string | null;
  readonly comment: string;
  /** Questions that were left open when it was sent. */
  readonly open: readonly SurveyQuestion[];
}

/** The questions of a survey, to be answered without a script. */
export function drawForm(facts: FormFacts): string {
  const { locale, survey, asker, path, changeableUntil, timeZone, open } = facts;
  const text = pageWords(locale);
  const until = changeableUntil && formatInstant(locale, changeableUntil, timeZone);
  const [first] = surveyQuestions[survey];
  const title = questionWords(locale, survey, first)(asker);
  return drawPage(facts, open.length > 0 ? `${text.error}: ${title}` : title, [
    ...(until ? [`<p>${escapeHtml(text.change(until))}</p>`] : []),
    `<form method="post" action="${escapeHtml(`${path}?l=${locale}`)}" novalidate>`,
    ...surveyQuestions[survey].map((question) => drawQuestion(facts, question)),
    `<label class="why" for="comment">${escapeHtml(text.why)}</label>`,
    `<p class="hint" id="hint">${escapeHtml(text.optional)}</p>`,
    `<textarea id="comment" name="comment" maxlength="${longestWords}" aria-describedby="hint">\n${escapeHtml(facts.comment)}</textarea>`,
    `<button>${escapeHtml(text.send)}</button>`,
    '</form>',
    `<p class="quiet">${escapeHtml(text.seen(asker))}</p>`,
  ]);
}

function drawQuestion({ locale, survey, asker, chosen, open }: FormFacts, question: SurveyQuestion): string {
  const text = pageWords(locale);
  const { from, to } = surveyScale[survey];
  const ends = surveyWords(locale).ends[survey];
  const isOpen = open.includes(question);
  const asked = escapeHtml(questionWords(locale, survey, question)(asker));
  const endsId = `${question}-ends`;
  const described = isOpen ? `${question}-open ${endsId}` : endsId;
  const choices = Array.from({ length: to - from + 1 }, (_, i) => {
    const value = String(from + i);
    const checked = chosen(question) === value ? ' checked' : '';
    const focus = isOpen && i === 0 && open[0] === question ? ' autofocus' : '';
    return `<label><input type="radio" name="${question}" value="${value}" required${checked}${focus}><span>${value}</span></label>`;
  });
  return [
    `<fieldset role="radiogroup" aria-describedby="${described}"${isOpen ? ' aria-invalid="true"' : ''}>`,
    `<legend>${question === surveyQuestions[survey][0] ? `<h1>${asked}</h1>` : asked}</legend>`,
    `<div class="scale">${choices.join('')}</div>`,
    `<p class="ends" id="${endsId}"><span>${from} = ${escapeHtml(ends.first)}</span><span>${to} = ${escapeHtml(ends.last)}</span></p>`,
    ...(isOpen ? [`<p class="open" id="${question}-open" role="alert">${escapeHtml(text.open)}</p>`] : []),
    '</fieldset>',
  ].join('\n');
}

function questionWords(locale: Locale, survey: Survey, question: SurveyQuestion): (asker: string) => string {
  const { nps, csat, cli } = surveyWords(locale).questions;
  if (survey === 'cli') return question === 'score' ? cli.recommend : cli[question];
  return survey === 'nps' ? nps.score : csat.score;
}

/** What a page says that asks nothing of a scale: with a link to the survey, or a button that sends. */
interface Notice {
  readonly title: string;
  readonly more: string;
  readonly link?: { readonly label: string };
  readonly button?: string;
}

/** A page that only says something. */
export function drawNotice(facts: PageFacts, { title, more, link, button }: Notice): string {
  const href = escapeHtml(`${facts.path}?l=${facts.locale}`);
  return drawPage(facts, title, [
    `<h1>${escapeHtml(title)}</h1>`,
    `<p>${escapeHtml(more)}</p>`,
    ...(button ? [`<form method="post" action="${href}"><button>${escapeHtml(button)}</button></form>`] : []),
    ...(link ? [`<p><a href="${href}">${escapeHtml(link.label)}</a></p>`] : []),
  ]);
}

function drawPage({ locale, asker, path }: PageFacts, title: string, body: readonly string[]): string {
  const others = locales.map((one) =>
    one === locale
      ? `<b lang="${one}" aria-current="true">${ownNames[one]}</b>`
      : `<a lang="${one}" hreflang="${one}" href="${escapeHtml(`${path}?l=${one}`)}">${ownNames[one]}</a>`,
  );
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${escapeHtml(title)}</title><style>${pageStyle}</style></head><body><main>`,
    ...(asker === null ? [] : [`<p class="asker">${escapeHtml(asker)}</p>`]),
    ...body,
    `</main><nav aria-label="Language, sprog, språk">${others.join(' ')}</nav></body></html>`,
  ].join('\n');
}

const ownNames: Readonly<Record<Locale, string>> = { en: 'English', da: 'Dansk', nb: 'Norsk' };
