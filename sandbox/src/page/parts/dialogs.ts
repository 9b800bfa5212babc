import { signal } from '@preact/signals';
import { h, html } from 'htm/preact';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { act } from '../acts.ts';
import { actors, channel, go, personName, workspace } from '../state.ts';
import { Toasts } from './toasts.ts';

interface Question {
  readonly title: string;
  readonly body: ComponentChildren;
  /** The words of the button that says yes; `null` where there is nothing to agree to. */
  readonly yes: string | null;
  readonly no: string;
  /** For a question that interrupts: how its yes looks. */
  readonly alert?: 'primary' | 'danger';
}

const asked = signal<(Question & { readonly answer: (said: FormData | null) => void }) | null>(null);

/** Asks the person in a dialog. @returns what the fields hold after a yes, `null` after a no */
export function ask(question: Question): Promise<FormData | null> {
  return new Promise((answer) => {
    asked.value = { ...question, answer };
  });
}

export function AskedQuestion() {
  return asked.value && h(QuestionDialog, { key: asked.value, ...asked.value });
}

function QuestionDialog({ title, body, yes, no, alert, answer }: NonNullable<typeof asked.value>) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const close = (): void => {
    const said = dialog.current?.returnValue === 'yes' && form.current !== null ? new FormData(form.current) : null;
    asked.value = null;
    answer(said);
  };
  return html`<dialog ref=${dialog} class="dialog w-[min(26rem,calc(100vw-1.5rem))]" role=${alert && 'alertdialog'} aria-labelledby="${id}-title"
    aria-describedby=${alert && `${id}-body`} onKeyDown=${(event: Event) => event.stopPropagation()} onClose=${close}>
    <form ref=${form} class="grid gap-3 overflow-auto px-6 pt-5 pb-1" method="dialog">
      <h2 id="${id}-title">${title}</h2>
      <div id="${id}-body" class="grid gap-3">${body}</div>
      <div class="dialog-foot px-0">
        <button type="button" class="button" onClick=${() => dialog.current?.close('no')}>${no}</button>
        ${yes !== null && html`<button class="button button-${alert ?? 'primary'}" value="yes">${yes}</button>`}
      </div>
    </form>
    ${h(Toasts, { dialog })}
  </dialog>`;
}

/** Asks for a name and makes a channel with the person in it. */
export async function askNewChannel(): Promise<void> {
  const body = html`
    <label class="block-input">
      <span class="font-semi">Name</span>
      <input name="name" class="control" type="text" maxlength="80" required autocomplete="off" />
    </label>
    <label class="choice"><input name="isPrivate" type="checkbox" /><span>Private: only its members see it</span></label>
  `;
  const said = await ask({ title: 'New channel', yes: 'Create', no: 'Cancel', body });
  if (said === null) return;
  const name = String(said.get('name')).trim().replace(/^#/, '');
  const made = await act({ do: 'create-channel', name, isPrivate: said.has('isPrivate') });
  if (made?.ok && made.id !== undefined) go({ channel: made.id, thread: null });
}

/** Shows who is in the channel, and takes in one more. */
export async function askMembers(): Promise<void> {
  const here = channel.value;
  if (here === undefined || workspace.value === undefined) return;
  const all = [...actors(workspace.value).map(({ id }) => id), workspace.value.app.botUserId];
  const others = all.filter((id) => !here.members.includes(id));
  const isAny = others.length > 0;
  const options = others.map((id) => html`<option value=${id}>${personName(id)}</option>`);
  const field = html`<label class="block-input">
    <span class="font-semi">Take in</span><select name="user" class="control">${options}</select>
  </label>`;
  const members = here.members.map((id) => html`<li class="chip px-[0.7rem] font-normal">${personName(id)}</li>`);
  const body = [html`<ul class="chips">${members}</ul>`, isAny && field];
  const title = `In #${here.name}`;
  const said = await ask({ title, yes: isAny ? 'Add' : null, no: isAny ? 'Cancel' : 'Close', body });
  if (said !== null) await act({ do: 'invite', channel: here.id, user: String(said.get('user')) });
}
