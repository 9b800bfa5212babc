import { effect, signal } from '@preact/signals';
import { h, html, render } from 'htm/preact';
import { act, tell } from './acts.ts';
import { CanvasPage, canvasIn, openCanvas } from './parts/canvas.ts';
import { makingWords } from './parts/company.ts';
import { AskedQuestion } from './parts/dialogs.ts';
import { isMailbox, MailboxPage, openMailbox } from './parts/mailbox.ts';
import { Modals } from './parts/modals.ts';
import { Sidebar } from './parts/sidebar.ts';
import { iconButton } from './parts/signs.ts';
import { Announcer, Toasts } from './parts/toasts.ts';
import { ChannelView, HomeView, ThreadPanel } from './parts/views.ts';
import { startSession } from './session.ts';
import { channel, channelName, isLineLost, markSeen, workspace } from './state.ts';

/** On a narrow window the sidebar is out of sight until it is asked for. */
const isSidebarOpen = signal(false);
const isVisible = signal(document.visibilityState === 'visible');

function Page() {
  const isOpen = isSidebarOpen.value;
  const setOpen = (next: boolean): void => {
    isSidebarOpen.value = next;
  };
  const more = { 'aria-controls': 'sidebar', 'aria-expanded': isOpen };
  return html`
    <a class="skip" href="#main" onClick=${skip}>Skip to the content</a>
    <header class="flex min-h-8 items-center justify-center gap-3 px-4 pt-1 text-sm tracking-[0.01em] text-soft narrow:min-h-11 narrow:flex-wrap narrow:justify-start narrow:px-2 narrow:py-1 [grid-area:banner]">
      <div class="hidden narrow:block">${iconButton('menu', 'Channels and people', () => setOpen(!isOpen), more)}</div>
      <p><strong class="text-accent">Sandbox</strong> – this is not Slack</p>
      <p role="status">
        ${isLineLost.value && html`<span class="block rounded-lg border border-amber-line bg-amber-soft px-[0.6rem] py-[0.05rem] text-amber">The line to the sandbox is down. Trying again …</span>`}
      </p>
    </header>
    ${h(Sidebar, { left: () => setOpen(false) })}
    <main class="view [grid-area:main]" id="main">${makingWords() && html`<p class="px-6 pt-12 text-center text-lg">${makingWords()}</p>`}${h(ChannelView, {})}${h(HomeView, {})}</main>
    ${h(ThreadPanel, {})}
    ${h(Announcer, {})}
    ${h(Modals, {})}
    ${h(AskedQuestion, {})}
    ${h(Toasts, { dialog: null })}
  `;
}

/** The address says where one is, so a link to a part of the page would lose it. */
function skip(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#main .scroll')?.focus();
}

const canvas = canvasIn(location.pathname);
const mailbox = isMailbox(location.pathname);

effect(() => {
  if (canvas !== null || mailbox) return;
  const place = channel.value === undefined ? 'Home' : channelName(channel.value.id);
  document.title = `${place} – ${workspace.value?.name ?? 'Sandbox'} – Sandbox`;
});
effect(() => {
  if (channel.value === undefined || !isVisible.value || !markSeen(channel.value.id)) return;
  void act({ do: 'read', channel: channel.value.id });
});
document.addEventListener('visibilitychange', () => {
  isVisible.value = document.visibilityState === 'visible';
});
effect(() => void document.body.classList.toggle('sidebar-open', isSidebarOpen.value));
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !isSidebarOpen.value) return;
  isSidebarOpen.value = false;
  document.querySelector<HTMLElement>('[aria-controls=sidebar]')?.focus();
});
document.body.replaceChildren();
if (mailbox) {
  render(h(MailboxPage, {}), document.body);
  openMailbox();
} else if (canvas === null) {
  render(h(Page, {}), document.body);
  startSession().catch(tell);
} else {
  render(h(CanvasPage, {}), document.body);
  const open = () => void openCanvas(canvas);
  window.addEventListener('focus', open);
  open();
}
