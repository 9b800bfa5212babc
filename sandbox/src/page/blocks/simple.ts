import { h, html } from 'htm/preact';
import { useContext, useId, useState } from 'preact/hooks';
import { element } from '../elements/element.ts';
import { plainSpot, type Spot } from '../elements/spot.ts';
import { type Json, listAt, objectAt, textAt, toObject } from '../json.ts';
import { type IconName, icon } from '../parts/signs.ts';
import { place } from '../state.ts';
import { plainWords, safeAddress, textObject } from '../text/text.ts';
import { SurfaceContext, unknown } from './surface.ts';

type BlockProps = Readonly<{ block: Json }>;

export function Header({ block }: BlockProps) {
  const { heading } = useContext(SurfaceContext);
  const look =
    'text-lg/[1.35] font-bold tracking-[-0.014em] in-[.home-content]:mt-3 in-[.home-content]:text-[1.375rem]';
  return h(heading, { class: look }, plainWords(objectAt(block, 'text')));
}

export function File({ block }: BlockProps) {
  const name = textAt(block, 'external_id') || 'A remote file';
  return html`<div class="flex items-center gap-2">${icon('file')}<span>${name}</span></div>`;
}

const alerts: ReadonlyMap<string, readonly [sign: IconName, look: string]> = new Map([
  ['info', ['info', 'border-accent-line bg-accent-soft text-accent']],
  ['warning', ['warning', 'border-amber-line bg-amber-soft text-amber']],
  ['error', ['warning', 'border-clay-line bg-clay-soft text-clay']],
  ['success', ['check', 'border-moss-line bg-moss-soft text-moss']],
]);

export function Alert({ block }: BlockProps) {
  const [sign, look] = alerts.get(textAt(block, 'level')) ?? (['info', 'border-line bg-ground'] as const);
  const words = textObject(objectAt(block, 'text'));
  return html`<div class="flex gap-[0.6rem] rounded-md border px-[0.85rem] py-[0.65rem] ${look}" role="note">
    <span class="mt-[0.15rem]">${icon(sign)}</span>${words}
  </div>`;
}

export function Actions({ block }: BlockProps) {
  const elements = listAt(block, 'elements').map((one) => element(one, plainSpot(one, textAt(block, 'block_id'))));
  return html`<div class="block-actions flex flex-wrap items-center gap-2">${elements}</div>`;
}

export function Context({ block }: BlockProps) {
  const parts = listAt(block, 'elements').map((part) => {
    const type = textAt(part, 'type');
    if (type === 'image') return h(Picture, { image: part, look: 'size-5 rounded-[0.3rem] object-cover' });
    return type === 'mrkdwn' || type === 'plain_text' ? textObject(part) : unknown('element', type);
  });
  return html`<div class="block-context flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">${parts}</div>`;
}

export function Image({ block }: BlockProps) {
  const title = plainWords(objectAt(block, 'title'));
  return html`<figure>
    ${title !== '' && html`<figcaption class="mb-[0.35rem] text-md text-soft">${title}</figcaption>`}
    ${h(Picture, { image: block, look: 'max-h-96 rounded-md' })}
  </figure>`;
}

export function Section({ block }: BlockProps) {
  const text = toObject(block.text);
  const fields = listAt(block, 'fields').map(textObject);
  const body = html`<div class="grid gap-[0.6rem]">
    ${text && textObject(text)}${fields.length > 0 && html`<div class="grid grid-cols-[repeat(auto-fit,minmax(min(11rem,100%),1fr))] gap-x-6 gap-y-[0.6rem]">${fields}</div>`}
  </div>`;
  const accessory = toObject(block.accessory);
  if (accessory === null) return body;
  const type = textAt(accessory, 'type');
  const spot = plainSpot(accessory, textAt(block, 'block_id'), textAt(text ?? {}, 'text'));
  const picture = { image: accessory, look: 'size-22 rounded-md object-cover' };
  const isSmall = type === 'overflow' || type === 'image';
  return html`<div class="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-5 gap-y-2 ${isSmall ? '' : 'max-[30rem]:grid-cols-[minmax(0,1fr)]'}">
    ${body}
    <div class="section-accessory max-w-60">${type === 'image' ? h(Picture, picture) : element(accessory, spot)}</div>
  </div>`;
}

/** An image block's or image element's picture. One that cannot be fetched leaves its alternative text behind. */
function Picture({ image, look }: { image: Json; look: string }) {
  const [isMissing, setMissing] = useState(false);
  const words = textAt(image, 'alt_text');
  const file = objectAt(image, 'slack_file');
  const id = textAt(file, 'id');
  const address = safeAddress(textAt(image, 'image_url') || textAt(file, 'url'));
  const source = id === '' ? address : `/sandbox/files/${encodeURIComponent(id)}?as=${place.value.as}`;
  if (source === null || isMissing)
    return html`<span class="unknown">${icon('warning')}Picture not available: ${words}</span>`;
  return html`<img class=${look} src=${source} alt=${words} loading="lazy" onError=${() => setMissing(true)} />`;
}

/** A labelled field with its hint, and why it was refused. */
export function Input({ block }: BlockProps) {
  const id = useId();
  const blockId = textAt(block, 'block_id');
  const error = useContext(SurfaceContext).errors[blockId] ?? '';
  const control = objectAt(block, 'element');
  const label = plainWords(objectAt(block, 'label'));
  const hint = toObject(block.hint);
  const isOptional = block.optional === true;
  const words = [label, isOptional && html`<span class="hint"> (optional)</span>`];
  const isGroup = ['checkboxes', 'radio_buttons'].includes(textAt(control, 'type'));
  const spot: Spot = {
    blockId,
    controlId: id,
    label,
    describedBy: hint === null ? `${id}-error` : `${id}-hint ${id}-error`,
    dispatches: block.dispatch_action === true,
    isRequired: !isOptional,
    isInvalid: error !== '',
  };
  return html`<div class="block-input">
    ${h(isGroup ? 'div' : 'label', { class: 'font-semi', id: `${id}-label`, ...(isGroup ? {} : { for: id }) }, words)}
    ${element(control, spot)}
    ${hint && html`<p class="hint" id="${id}-hint">${plainWords(hint)}</p>`}
    <p class="text-md font-medium text-clay" id="${id}-error" hidden=${error === ''}>${error}</p>
  </div>`;
}
