import { signal } from '@preact/signals';
import { h, html } from 'htm/preact';
import type { SandboxMail } from '../../page-api.ts';
import { loadMails } from '../wire.ts';

/** Whether an address of the sandbox is that of the mailbox. */
export function isMailbox(path: string): boolean {
  return path === '/mailbox';
}

const mails = signal<readonly SandboxMail[] | string | null>(null);
/** The Message-ID of the one that is open, as an address writes it; empty: the newest. */
const opened = signal('');
const asText = signal(false);

const lookEveryMs = 2000;

/** Reads the mailbox, now and again and again: mails come by themselves. */
export function openMailbox(): void {
  document.title = 'Mailbox – Sandbox';
  const read = async () => {
    try {
      const found = await loadMails();
      // A mail that is being read stays as it stands.
      if (JSON.stringify(found) !== JSON.stringify(mails.value)) mails.value = found;
    } catch (error) {
      mails.value = error instanceof Error ? error.message : 'It cannot be shown.';
    }
  };
  const follow = () => {
    opened.value = location.hash.slice(1);
  };
  window.addEventListener('hashchange', follow);
  setInterval(() => document.visibilityState === 'visible' && void read(), lookEveryMs);
  follow();
  void read();
}

/** What customers get by mail, on a page of its own. */
export function MailboxPage() {
  const all = mails.value;
  const words = typeof all === 'string' ? all : 'Reading …';
  return html`<div class="overflow-auto [grid-area:1/1/-1/-1]">
    <header class="px-6 py-2 text-center text-sm text-soft"><strong class="text-accent">Sandbox</strong> – this is not Slack</header>
    <main class="mx-auto my-4 grid max-w-[68rem] gap-4 px-4" id="main">
      <div>
        <h1 class="text-[1.6rem] font-bold">Customers’ mailbox</h1>
        <p class="hint">What the app mails to customers lands here: no mail server is set.</p>
      </div>
      ${all === null || typeof all === 'string' ? html`<p role="status">${words}</p>` : drawn(all)}
    </main>
  </div>`;
}

function drawn(all: readonly SandboxMail[]) {
  const open = all.find(({ messageId }) => encodeURIComponent(messageId) === opened.value) ?? all[0];
  if (!open)
    return html`<p role="status">No mails yet. Type <code>/loyalty ask NK1107</code> in a channel and press <b>Send by mail</b>.</p>`;
  return html`<div class="grid grid-cols-[18rem_1fr] gap-4 narrow:grid-cols-1">
    <nav class="min-w-0" aria-label="Mails"><ul class="grid grid-cols-1 gap-1">${all.map((mail) => entry(mail, mail === open))}</ul></nav>
    ${h(MailView, { mail: open, key: open.messageId })}
  </div>`;
}

function entry({ messageId, to, subject, receivedAt }: SandboxMail, isOpen: boolean) {
  return html`<li key=${messageId} class="min-w-0">
    <a href=${`#${encodeURIComponent(messageId)}`} aria-current=${isOpen ? 'true' : undefined}
      class="block rounded-md border border-line bg-card px-3 py-2 text-ink no-underline hover:border-accent hover:text-ink aria-[current]:border-accent">
      <span class="block truncate font-semi">${subject}</span>
      <span class="block truncate text-sm text-soft">${to}</span>
      <span class="block text-sm text-soft">${timeOf(receivedAt)}</span>
    </a>
  </li>`;
}

function MailView({ mail }: { readonly mail: SandboxMail }) {
  const { messageId, from, to, subject, text, headers, receivedAt } = mail;
  const turn = (): void => {
    asText.value = !asText.value;
  };
  const said = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return html`<article class="min-w-0 rounded-lg border border-line bg-card p-4" aria-label=${subject}>
    <h2 class="text-lg font-bold">${subject}</h2>
    <p class="hint">From ${from} to ${to}, <time datetime=${receivedAt}>${timeOf(receivedAt)}</time></p>
    <p class="my-2"><button type="button" class="button" aria-pressed=${asText.value} onClick=${turn}>As plain text</button></p>
    ${
      asText.value
        ? html`<pre class="overflow-x-auto whitespace-pre-wrap break-words">${text}</pre>`
        : html`<iframe title="The mail" class="h-[32rem] w-full rounded-md border border-line bg-white" sandbox="allow-popups allow-popups-to-escape-sandbox" src=${`/sandbox/mails/${encodeURIComponent(messageId)}`} />`
    }
    <details class="mt-3"><summary>Headers</summary><pre class="overflow-x-auto whitespace-pre-wrap break-all text-sm">${said.join('\n')}</pre></details>
  </article>`;
}

function timeOf(at: string): string {
  return new Date(at).toLocaleString();
}
