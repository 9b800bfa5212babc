import { signal } from '@preact/signals';
import { h, html } from 'htm/preact';
import type { SandboxCanvas } from '../../page-api.ts';
import { Markdown } from '../blocks/markdown.ts';
import { loadCanvas } from '../wire.ts';

/** Which canvas an address of the sandbox is about; null: none. */
export function canvasIn(path: string): { readonly workspace: string; readonly id: string } | null {
  const [, workspace, id] = /^\/docs\/(\w+)\/(\w+)$/.exec(path) ?? [];
  return workspace !== undefined && id !== undefined ? { workspace, id } : null;
}

const shown = signal<SandboxCanvas | string | null>(null);

/** Reads a canvas, now and whenever one comes back to its page. */
export async function openCanvas(place: { readonly workspace: string; readonly id: string }): Promise<void> {
  try {
    shown.value = await loadCanvas(place);
    document.title = `${shown.value.title} – Sandbox`;
  } catch (error) {
    shown.value = error instanceof Error ? error.message : 'It cannot be shown.';
  }
}

/** A canvas on a page of its own. */
export function CanvasPage() {
  const canvas = shown.value;
  const words = typeof canvas === 'string' ? canvas : 'Reading …';
  return html`<div class="overflow-auto [grid-area:1/1/-1/-1]">
    <header class="px-6 py-2 text-center text-sm text-soft"><strong class="text-accent">Sandbox</strong> – this is not Slack</header>
    <main class="mx-auto my-4 max-w-[48rem] rounded-lg border border-line bg-card px-10 py-8 narrow:px-4" id="main">
      ${canvas === null || typeof canvas === 'string' ? html`<h1>Canvas</h1><p role="status">${words}</p>` : drawn(canvas)}
    </main>
  </div>`;
}

function drawn({ title, markdown, updatedAt, channel }: SandboxCanvas) {
  const where = channel === null ? '' : ` · a tab of #${channel.name}`;
  return html`<h1 class="text-[1.6rem] font-bold">${title || 'Untitled'}</h1>
    <p class="hint mb-4">Canvas${where} · changed <time datetime=${updatedAt}>${new Date(updatedAt).toLocaleString()}</time></p>
    ${h(Markdown, { block: { type: 'markdown', text: markdown }, below: 1 })}`;
}
