import { el } from './dom.ts';
import { icon } from './icons.ts';
import { createModel, currentChannel, currentWorkspace } from './model.ts';
import { createPage, type Page } from './page.ts';
import { announcer } from './parts/announcer.ts';
import { channelView } from './parts/channel-view.ts';
import { homeView } from './parts/home-view.ts';
import { modalStack } from './parts/modal-stack.ts';
import { sidebar } from './parts/sidebar.ts';
import { statusLine } from './parts/status-line.ts';
import { threadPanel } from './parts/thread-panel.ts';
import { toast } from './parts/toast.ts';
import { readPlace } from './place.ts';
import { startSession } from './session.ts';
import { markSeen } from './unread.ts';

const page: Page = createPage(createModel(readPlace(location.hash)), () => drawAll());
const side = sidebar(page);
const status = statusLine(page);
const parts = [side, status, channelView(page), homeView(page), threadPanel(page)] as const;
const [, , channel, home, thread] = parts;
const modals = modalStack(page);
const ears = announcer(page);

function drawAll(): void {
  noteSeen();
  for (const part of parts) part.draw();
  modals.draw();
  document.title = titleOf();
}

function noteSeen(): void {
  const here = currentChannel(page.model);
  if (here === undefined || document.visibilityState !== 'visible' || !markSeen(page.model, here.id)) return;
  void page.act({ do: 'read', channel: here.id });
}

function titleOf(): string {
  const here = currentChannel(page.model);
  const place = here === undefined ? 'Home' : page.names.channelName(here.id);
  return `${place} – ${currentWorkspace(page.model)?.name ?? 'Sandbox'} – Sandbox`;
}

/** On a narrow window the sidebar is out of sight until it is asked for. */
function sidebarButton(): HTMLElement {
  const button = el(
    'button',
    {
      type: 'button',
      class: 'icon-button sidebar-button',
      'aria-label': 'Channels and people',
      'aria-controls': 'sidebar',
      'aria-expanded': 'false',
    },
    icon('menu'),
  );
  const open = (isOpen: boolean): void => {
    document.body.classList.toggle('sidebar-open', isOpen);
    button.setAttribute('aria-expanded', String(isOpen));
  };
  button.addEventListener('click', () => open(!document.body.classList.contains('sidebar-open')));
  side.node.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a') !== null) open(false);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !document.body.classList.contains('sidebar-open')) return;
    open(false);
    button.focus();
  });
  return button;
}

const banner = el(
  'header',
  { class: 'banner' },
  sidebarButton(),
  el('p', { class: 'banner-words' }, el('strong', {}, 'Sandbox'), ' – this is not Slack'),
  status.node,
);
const main = el('main', { class: 'view', id: 'main' }, channel.node, home.node);
document.body.replaceChildren(banner, side.node, main, thread.node, ears.node);
document.addEventListener('visibilitychange', page.changed);
startSession(page, ears.hear).catch((error: unknown) => {
  toast(error instanceof Error ? error.message : 'The sandbox did not answer.');
});
