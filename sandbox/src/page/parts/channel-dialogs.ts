import { el, newId } from '../dom.ts';
import { currentChannel, currentWorkspace } from '../model.ts';
import type { Page } from '../page.ts';

/** Asks for a name and makes a channel with the person in it. */
export async function askNewChannel(page: Page): Promise<void> {
  const nameId = newId('name');
  const name = el('input', {
    id: nameId,
    class: 'control',
    type: 'text',
    maxlength: 80,
    required: true,
    autocomplete: 'off',
  });
  const isPrivate = el('input', { type: 'checkbox' });
  const said = await ask('New channel', 'Create', [
    el('div', { class: 'block-input' }, el('label', { class: 'label', for: nameId }, 'Name'), name),
    el('label', { class: 'choice' }, isPrivate, el('span', {}, 'Private: only its members see it')),
  ]);
  if (!said) return;
  const made = await page.act({
    do: 'create-channel',
    name: name.value.trim().replace(/^#/, ''),
    isPrivate: isPrivate.checked,
  });
  if (made?.ok && made.id !== undefined) page.go({ channel: made.id, thread: null });
}

/** Shows who is in the channel, and takes in one more. */
export async function askMembers(page: Page): Promise<void> {
  const channel = currentChannel(page.model);
  const workspace = currentWorkspace(page.model);
  if (channel === undefined || workspace === undefined) return;
  const { app } = workspace;
  const isIn = (id: string): boolean => channel.members.includes(id);
  const members = channel.members.map((id) => el('li', {}, page.names.personName(id)));
  const others = [
    ...workspace.users.filter(({ id, isBot }) => !isBot && !isIn(id)).map(({ id }) => id),
    ...(isIn(app.botUserId) ? [] : [app.botUserId]),
  ];
  const selectId = newId('person');
  const select = el('select', { id: selectId, class: 'control' });
  select.append(...others.map((id) => el('option', { value: id }, page.names.personName(id))));
  const field = el('div', { class: 'block-input' }, el('label', { class: 'label', for: selectId }, 'Take in'), select);
  const list = el('ul', { class: 'members' }, ...members);
  const said = await ask(`In #${channel.name}`, others.length > 0 ? 'Add' : null, [
    list,
    others.length > 0 ? field : null,
  ]);
  if (said) await page.act({ do: 'invite', channel: channel.id, user: select.value });
}

function ask(title: string, yes: string | null, content: readonly (HTMLElement | null)[]): Promise<boolean> {
  const titleId = newId('title');
  const form = el(
    'form',
    { method: 'dialog' },
    el('h2', { id: titleId }, title),
    ...content,
    el(
      'div',
      { class: 'dialog-foot' },
      el(
        'button',
        { type: 'button', class: 'button', onclick: () => dialog.close('no') },
        yes === null ? 'Close' : 'Cancel',
      ),
      yes === null ? null : el('button', { class: 'button button-primary', value: 'yes' }, yes),
    ),
  );
  const dialog = el('dialog', { class: 'dialog confirm', 'aria-labelledby': titleId }, form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}
