import { blockDrawer } from '../blocks/draw-blocks.ts';
import { el, setText, show } from '../dom.ts';
import { currentWorkspace } from '../model.ts';
import type { Page } from '../page.ts';
import { appHome } from '../place.ts';
import { drawAppAvatar } from './avatar.ts';
import { emptyNote } from './message-list.ts';
import type { Part } from './sidebar.ts';

/** The app's own page. */
export function homeView(page: Page): Part {
  const title = el('span', {});
  const empty = emptyNote();
  const content = el('div', { class: 'home-content' });
  const scroll = el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Home' }, content);
  const head = el('div', { class: 'view-head' }, el('h1', {}, drawAppAvatar(), title));
  const node = el('section', { class: 'home-view', hidden: true }, head, empty.node, scroll);
  let drawnId = '';
  let drawBlocks: ReturnType<typeof blockDrawer> | null = null;
  return {
    node,
    draw: () => {
      const isHere = page.model.place.channel === appHome;
      show(node, isHere);
      if (!isHere) return;
      const home = page.model.screen.home;
      setText(title, currentWorkspace(page.model)?.app.name ?? 'App');
      empty.say(home === null ? 'The app has not put anything on its Home yet.' : null);
      if (home === null || home.id !== drawnId) {
        const host = el('div', { class: 'blocks' });
        content.replaceChildren(host);
        drawBlocks = home === null ? null : blockDrawer(host, page.surfaceOfView(home));
      }
      drawnId = home?.id ?? '';
      if (home !== null) drawBlocks?.(home.blocks);
    },
  };
}
