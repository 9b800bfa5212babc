import { signal } from '@preact/signals';
import { html } from 'htm/preact';
import { type Language, languages } from '../../page-api.ts';
import { say, tell } from '../acts.ts';
import { channel, company, workspace } from '../state.ts';
import { postCompany } from '../wire.ts';
import { ask } from './dialogs.ts';
import { icon, iconButton } from './signs.ts';

const names: Readonly<Record<Language, string>> = { en: 'English', da: 'Dansk', nb: 'Norsk' };

const words = {
  en: {
    try: 'New here? Try these three:',
    dismiss: 'Do not show this again',
    making: 'Making the company in English …',
    title: 'Make the company again in English?',
    body: 'Channels, customers and messages are made anew. Everything that was done here is taken away.',
    yes: 'Make it again',
    no: 'Cancel',
    commands: ['', 'who do I call first?', 'at-risk'],
  },
  da: {
    try: 'Ny her? Prøv disse tre:',
    dismiss: 'Vis ikke dette igen',
    making: 'Laver virksomheden på dansk …',
    title: 'Lav virksomheden igen på dansk?',
    body: 'Kanaler, kunder og beskeder laves forfra. Alt, hvad der er gjort her, bliver fjernet.',
    yes: 'Lav den igen',
    no: 'Annuller',
    commands: ['', 'hvem skal jeg ringe til først?', 'farezonen'],
  },
  nb: {
    try: 'Ny her? Prøv disse tre:',
    dismiss: 'Ikke vis dette igjen',
    making: 'Lager bedriften på norsk …',
    title: 'Lage bedriften på nytt på norsk?',
    body: 'Kanaler, kunder og meldinger lages på nytt. Alt som er gjort her, blir borte.',
    yes: 'Lag den på nytt',
    no: 'Avbryt',
    commands: ['', 'hvem skal jeg ringe til først?', 'faresonen'],
  },
} as const;

/** The language it is being made in just now. */
const making = signal<Language | null>(null);

/** What is told while it is being made; nothing else can be done meanwhile. */
export function makingWords(): string {
  return making.value === null ? '' : words[making.value].making;
}

/** What the browser speaks; null where that is none of ours. */
function browserLanguage(): Language | null {
  const said = navigator.language.toLowerCase().split('-')[0];
  return said === 'no' || said === 'nn' ? 'nb' : (languages.find((one) => one === said) ?? null);
}

/** Whoever looks first is met in their language, unless somebody has done something here already. */
export async function greet(): Promise<void> {
  const wanted = browserLanguage() ?? 'en';
  const isNew = localStorage.getItem('greeted') === null;
  if (!company.value.canMakeAgain || !isNew) return;
  localStorage.setItem('greeted', 'yes');
  if (wanted !== company.value.language) await makeAgain(wanted, true).catch(() => undefined);
}

async function makeAgain(language: Language, onlyUntouched: boolean): Promise<void> {
  making.value = language;
  try {
    company.value = await postCompany({ language, ...(onlyUntouched && { onlyUntouched }) });
  } finally {
    making.value = null;
  }
}

async function choose(language: Language): Promise<void> {
  if (language === company.value.language) return;
  const { title, body, yes, no } = words[language];
  const said = await ask({ title, yes, no, body: html`<p>${body}</p>`, alert: 'danger' });
  if (said !== null) await makeAgain(language, false).catch(tell);
}

/** Which language the company speaks, with the others to choose; nothing where it cannot be made again. */
export function LanguageSwitch() {
  if (!company.value.canMakeAgain) return null;
  const { language } = company.value;
  const buttons = languages.map(
    (
      one,
    ) => html`<button type="button" key=${one} lang=${one} aria-pressed=${one === language} onClick=${() => void choose(one)}
      class="min-h-7 cursor-pointer rounded-md px-2 text-sm text-soft hover:bg-accent-soft aria-pressed:bg-accent-soft aria-pressed:font-semi aria-pressed:text-accent">${names[one]}</button>`,
  );
  return html`<div class="flex flex-wrap gap-1" role="group" aria-label="Language of the company">${buttons}</div>`;
}

/** Files to bring in with the app's import. */
export function SampleFiles() {
  const { samples } = company.value;
  if (samples.length === 0) return null;
  const links = samples.map(
    (name) =>
      html`<li key=${name}><a class="inline-flex min-h-6 items-center gap-1 text-sm [&_.icon]:size-4" href="/sandbox/samples/${name}" download=${name}>${icon('file')}${name}</a></li>`,
  );
  return html`<details class="ml-[0.65rem] text-sm text-soft">
    <summary class="min-h-6 cursor-pointer font-semi">Files to import</summary>
    <ul class="mt-1 grid gap-0.5">${links}</ul>
  </details>`;
}

const isTipGone = signal(localStorage.getItem('tip') !== null);

/** One line above the first messages: what to try. */
export function Tip() {
  const command = workspace.value?.commands[0]?.command;
  const here = channel.value;
  const text = words[company.value.language];
  if (!company.value.canMakeAgain || isTipGone.value || command === undefined || here === undefined) return null;
  const dismiss = (): void => {
    localStorage.setItem('tip', 'gone');
    isTipGone.value = true;
  };
  const tries = text.commands.map((one) => {
    const typed = `${command} ${one}`.trim();
    const run = (): void => void say(here.id, null, typed, []);
    return html`<button type="button" key=${one} class="button px-2 font-mono text-sm" onClick=${run}>${typed}</button>`;
  });
  return html`<div class="tip" role="note" lang=${company.value.language}>
    <span>${text.try}</span>${tries}${iconButton('close', text.dismiss, dismiss)}
  </div>`;
}
