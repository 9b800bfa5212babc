import type { SurveyMail } from '../flows/surveys/send-mails.ts';
import { type Survey, surveyScale } from '../loyalty/survey.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { surveyWords } from '../text/survey-words.ts';
import { oneLine } from '../text/typed.ts';
import { mailWords } from './mail-words.ts';

/** A mail, ready to be sent. */
export interface DrawnMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * A mail that asks, as text and as HTML: readable without pictures, in light and dark, each number of a scale a link of its own.
 *
 * @param url where customers reach the app, without a slash at its end
 */
export function drawMail({ survey, locale, asker: name, path, stopPath }: SurveyMail, url: string): DrawnMail {
  const text = mailWords(locale);
  const asker = oneLine(name);
  const [link, stop] = [`${url}${path}?l=${locale}`, `${url}${stopPath}?l=${locale}`];
  const { questions, ends } = surveyWords(locale);
  const asked = survey === 'cli' ? null : questions[survey].score(asker);
  const { from, to } = surveyScale[survey];
  const scale = `${from} = ${ends[survey].first}, ${to} = ${ends[survey].last}`;
  const subject = text.subject[survey](asker);
  return {
    subject,
    text: [
      text.hello(asker),
      ...(asked === null ? [] : [`${asked}\n${scale}`]),
      text.open(link),
      `${text.stop(asker)}: ${stop}`,
      '',
    ].join('\n\n'),
    html: [
      `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">`,
      `<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(subject)}</title></head>`,
      `<body style="margin:0;padding:24px 16px;font:17px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">`,
      '<div style="max-width:560px;margin:0 auto">',
      `<p style="margin:0 0 20px">${escapeHtml(text.hello(asker))}</p>`,
      ...(asked === null
        ? [`<p style="margin:0 0 24px">${button(link, text.openIt)}</p>`]
        : [
            `<p style="margin:0 0 16px;font-size:20px;font-weight:bold">${escapeHtml(asked)}</p>`,
            `<p style="margin:0;line-height:52px">${numbers(survey, link)}</p>`,
            `<p style="margin:8px 0 16px;font-size:15px">${escapeHtml(scale)}</p>`,
            `<p style="margin:0 0 24px">${escapeHtml(text.press)}</p>`,
          ]),
      `<p style="margin:32px 0 0;font-size:14px"><a href="${escapeHtml(stop)}" style="color:inherit">${escapeHtml(text.stop(asker))}</a></p>`,
      '</div></body></html>',
    ].join('\n'),
    // RFC 8058: the reader's mail program stops such mails by one press.
    headers: {
      'List-Unsubscribe': `<${stop}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
  };
}

function numbers(survey: Survey, link: string): string {
  const { from, to } = surveyScale[survey];
  const all = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return all.map((score) => button(`${link}&score=${score}`, String(score), 'min-width:22px;padding:9px')).join(' ');
}

function button(href: string, label: string, size = 'padding:12px 24px'): string {
  const look = `display:inline-block;${size};line-height:24px;text-align:center;border-radius:8px;background:#1d4d4f;color:#ffffff;font-weight:bold;text-decoration:none`;
  return `<a href="${escapeHtml(href)}" style="${look}">${escapeHtml(label)}</a>`;
}
