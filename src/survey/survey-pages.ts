import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context } from '../context.ts';
import { type Log, logFault } from '../errors.ts';
import { type OpenedSurvey, openSurvey } from '../flows/surveys/answer-survey.ts';
import { stopMails } from '../flows/surveys/send-mails.ts';
import { readBody, refuseRequest } from '../http/read-body.ts';
import { readScores, type SurveyQuestion } from '../loyalty/survey.ts';
import type { Locale } from '../text/define-text.ts';
import { toLocale } from '../text/to-locale.ts';
import { gatherAnswers } from './gather-answers.ts';
import { drawForm, drawNotice } from './page.ts';
import { pageHeaders } from './page-style.ts';
import { pageWords } from './page-words.ts';

/** The longest comment, each of its characters as a form sends the longest. */
const mostBytes = 32 << 10;

interface Pages {
  /** Of the workspace that a link is of; null: it is not here. */
  readonly contextOf: (workspaceId: number) => Context | null;
  readonly log: Log;
  /** Notes answers of a workspace, those that come at once together. */
  readonly answer: (context: Context) => ReturnType<typeof gatherAnswers>;
}

/**
 * The pages of surveys: whoever has a link answers there. Looking at one changes nothing, as mail programs look at every link;
 * what was chosen in an address is only proposed.
 */
export function surveyPages(
  given: Omit<Pages, 'answer'>,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const gatherers = new Map<number, ReturnType<typeof gatherAnswers>>();
  const answer = (context: Context) => {
    const known = gatherers.get(context.workspaceId) ?? gatherAnswers(context);
    gatherers.set(context.workspaceId, known);
    return known;
  };
  const pages = { ...given, answer };
  return async (request, response) => {
    try {
      await take(pages, request, response);
    } catch (thrown) {
      logFault(thrown, pages.log, { during: 'survey' });
      const locale = browserLocale(request) ?? 'en';
      const { failed: title, failedMore: more } = pageWords(locale);
      if (response.headersSent) response.end();
      else send(response, request, 500, drawNotice({ locale, asker: null, path: '' }, { title, more }));
    }
  };
}

/** Of addresses, which say nothing of where they were asked for. */
const base = 'http://localhost';

async function take({ contextOf, answer }: Pages, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const address = URL.canParse(request.url ?? '', base) ? (request.url ?? '') : '/';
  const { pathname: path, searchParams: query } = new URL(address, base);
  const isPost = request.method === 'POST';
  if (!isPost && request.method !== 'GET' && request.method !== 'HEAD') return refuseRequest(request, response, 405);
  const [, page = '', workspace = '', token = ''] = /^\/([su])\/(\d{1,9})-([\w-]{22})$/.exec(path) ?? [];
  const context = token === '' ? null : contextOf(Number(workspace));
  const opened: OpenedSurvey = context ? await openSurvey(context, token) : { kind: 'unknown' };
  const locale = localeFor(request, query, opened);
  const asker = opened.kind === 'unknown' ? null : opened.asker.name;
  const notice = (status: number, kind: 'answered' | 'expired' | 'unknown') =>
    send(response, request, status, drawNotice({ locale, asker, path }, noticeWords(locale, kind, asker ?? '')));
  if (!context || opened.kind === 'unknown') return notice(404, 'unknown');
  if (page === 'u')
    return stop(context, { request, response, token, page: { locale, asker: opened.asker.name, path } });
  const { name } = opened.asker;
  if (!isPost && query.has('sent') && (opened.kind === 'answered' || isAnswered(opened))) {
    const { thanks: title, thanksMore, changeIt: label } = pageWords(locale);
    const words = { title, more: thanksMore(name), ...(opened.kind === 'open' && { link: { label } }) };
    return send(response, request, 200, drawNotice({ locale, asker, path }, words));
  }
  if (opened.kind !== 'open') return notice(410, opened.kind);

  const { timeZone } = await context.store.settings.read();
  const { survey, changeableUntil } = opened;
  const form = { locale, asker: name, path, survey, timeZone, changeableUntil };
  if (!isPost) {
    const chosen = (question: SurveyQuestion) => query.get(question);
    return send(response, request, 200, drawForm({ ...form, chosen, comment: '', open: [] }));
  }
  const body = await readBody(request, mostBytes).catch(() => null);
  // Whoever sent it has gone, or was too slow.
  if (body === null) return void request.destroy();
  if (body === 'too-long') return refuseRequest(request, response, 413);
  const sent = new URLSearchParams(body.toString());
  const chosen = (question: SurveyQuestion) => sent.get(question);
  const comment = sent.get('comment') ?? '';
  const read = readScores(survey, chosen);
  if ('open' in read) return send(response, request, 422, drawForm({ ...form, chosen, comment, open: read.open }));
  const outcome = await answer(context)({ token, scores: read.scores, comment });
  if (outcome === 'unknown') return notice(404, outcome);
  if (outcome === 'answered' || outcome === 'expired') return notice(410, outcome);
  response.writeHead(303, { ...pageHeaders, location: `${path}?sent&l=${locale}` }).end();
}

/**
 * No more mails: asked first where a person looks, done where a form or a mail program sends it (RFC 8058), also when the
 * survey itself is over.
 */
async function stop(context: Context, { request, response, token, page }: StopRequest): Promise<void> {
  const text = pageWords(page.locale);
  if (request.method !== 'POST') {
    const asked = { title: text.stop(page.asker), more: text.stopMore, button: text.stopIt };
    return send(response, request, 200, drawNotice(page, asked));
  }
  if (!(await stopMails(context, token))) {
    return send(response, request, 404, drawNotice(page, { title: text.unknown, more: text.unknownMore }));
  }
  send(response, request, 200, drawNotice(page, { title: text.stopped, more: text.stoppedMore(page.asker) }));
}

interface StopRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly token: string;
  readonly page: { readonly locale: Locale; readonly asker: string; readonly path: string };
}

function isAnswered(opened: OpenedSurvey): boolean {
  return opened.kind === 'open' && opened.changeableUntil !== null;
}

function noticeWords(locale: Locale, kind: 'answered' | 'expired' | 'unknown', asker: string) {
  const text = pageWords(locale);
  switch (kind) {
    case 'answered':
      return { title: text.answered, more: text.answeredMore };
    case 'expired':
      return { title: text.expired, more: text.expiredMore(asker) };
    case 'unknown':
      return { title: text.unknown, more: text.unknownMore };
  }
}

/** What the reader chose, the customer's language, the browser's, the company's. */
function localeFor(request: IncomingMessage, query: URLSearchParams, opened: OpenedSurvey): Locale {
  const asker = opened.kind === 'unknown' ? null : opened.asker;
  return toLocale(query.get('l')) ?? asker?.asksIn ?? browserLocale(request) ?? asker?.locale ?? 'en';
}

/** The first of the browser's languages that is one of ours. */
function browserLocale({ headers }: IncomingMessage): Locale | null {
  for (const part of (headers['accept-language'] ?? '').split(',', 20)) {
    const locale = toLocale(part.split(';', 1)[0]?.trim());
    if (locale) return locale;
  }
  return null;
}

function send(response: ServerResponse, request: IncomingMessage, status: number, page: string): void {
  response.writeHead(status, pageHeaders).end(request.method === 'HEAD' ? undefined : page);
}
