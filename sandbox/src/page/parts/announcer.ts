import { signal } from '@preact/signals';
import { html } from 'htm/preact';
import { render } from 'preact';
import type { LiveEvent } from '../../page-api.ts';
import { channelName, personName, place } from '../state.ts';
import { mrkdwn } from '../text/text.ts';

const longest = 200;
const words = signal('');

/** Reads new messages out to people who do not see them come in, politely and without the page around them. */
export function Announcer() {
  return html`<div class="visually-hidden" aria-live="polite" data-announcer>${words}</div>`;
}

/** Takes what happened: a message of somebody else is read out. */
export function hear(event: LiveEvent): void {
  if (event.type !== 'message') return;
  const { isApp, user, channel, text } = event.message;
  if (!isApp && user === place.value.as) return;
  const drawn = document.createElement('div');
  render(mrkdwn(text), drawn);
  const said = `${personName(user)}: ${drawn.textContent.slice(0, longest)}`;
  words.value = channel === place.value.channel ? said : `New message in ${channelName(channel)}`;
}
