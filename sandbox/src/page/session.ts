import type { LiveEvent } from '../page-api.ts';
import { applyLive, keepChannel, keepMessage } from './apply-live.ts';
import { type LiveLine, listenLive } from './live.ts';
import { actors, appConversation, currentWorkspace, type Model, visibleChannels } from './model.ts';
import type { Page } from './page.ts';
import { toast } from './parts/toast.ts';
import { appHome, appMessages, type Place, placeLink, readPlace } from './place.ts';
import { loadMessages, loadScreen, loadWorkspaces } from './wire.ts';

/** Follows the address: loads what it names, and listens to what happens there as the person in it. */
export async function startSession(page: Page, heard: (event: LiveEvent) => void): Promise<void> {
  const { model } = page;
  let line: LiveLine | null = null;
  let who = '';
  const follow = (): void => {
    const before = model.place;
    model.place = fillIn(model, readPlace(location.hash));
    if (placeLink(model.place) !== location.hash) history.replaceState(null, '', placeLink(model.place));
    const now = `${model.place.workspace} ${model.place.as}`;
    const isNewPerson = now !== who;
    if (isNewPerson) {
      who = now;
      line?.stop();
      line = listen(page, heard);
    } else if (model.place.thread !== null && model.place.thread !== before.thread) {
      loadThread(page).catch(tell);
    }
    page.changed();
    if (isNewPerson || model.place.channel !== before.channel) void visit(page);
  };
  model.workspaces = await loadWorkspaces();
  window.addEventListener('hashchange', follow);
  follow();
}

function listen(page: Page, heard: (event: LiveEvent) => void): LiveLine {
  const { model } = page;
  model.messages.clear();
  model.screen = { modals: [], home: null };
  model.line = 'connecting';
  model.appConnected = null;
  const { workspace, as } = model.place;
  return listenLive(
    { workspace, as },
    {
      event: (event) => {
        applyLive(model, event);
        heard(event);
        page.changed();
        if (event.type === 'channels') loadNewChannels(page).catch(tell);
      },
      open: () => {
        model.line = 'open';
        page.changed();
        void loadAll(page);
      },
      lost: () => {
        model.line = 'lost';
        page.changed();
      },
    },
  );
}

/** Reads everything that the person can see. Also after a lost line: what happened meanwhile was not heard. */
async function loadAll(page: Page): Promise<void> {
  const { model } = page;
  const { workspace, as } = model.place;
  try {
    model.workspaces = await loadWorkspaces();
    const screen = await loadScreen({ workspace, as });
    if (model.place.workspace !== workspace || model.place.as !== as) return;
    model.screen = screen;
    await loadChannels(page, channelsOf(page));
    if (model.place.thread !== null) await loadThread(page);
  } catch (error) {
    tell(error);
  }
  page.changed();
}

function tell(error: unknown): void {
  toast(error instanceof Error ? error.message : 'The sandbox did not answer.');
}

/** A channel that has just appeared may have been talked in before the person came to see it. */
async function loadNewChannels(page: Page): Promise<void> {
  await loadChannels(
    page,
    channelsOf(page).filter((channel) => !page.model.messages.has(channel)),
  );
  page.changed();
}

async function loadChannels({ model }: Page, channels: readonly string[]): Promise<void> {
  const { workspace, as } = model.place;
  const read = await Promise.all(channels.map((channel) => loadMessages({ workspace, as, channel })));
  if (model.place.workspace !== workspace || model.place.as !== as) return;
  for (const [index, channel] of channels.entries()) keepChannel(model, channel, read[index] ?? []);
}

async function loadThread(page: Page): Promise<void> {
  const { workspace, as, channel, thread } = page.model.place;
  if (thread === null) return;
  for (const message of await loadMessages({ workspace, as, channel, thread })) keepMessage(page.model, message);
  page.changed();
}

/** Tells the app that its Home or its conversation was opened, as Slack does. */
async function visit(page: Page): Promise<void> {
  const { model } = page;
  const workspace = currentWorkspace(model);
  const person = workspace?.users.find(({ id }) => id === model.place.as);
  if (workspace === undefined || person === undefined) return;
  const { channel } = model.place;
  if (channel === appHome) await page.act({ do: 'open-home', tab: 'home' });
  if (channel !== appMessages && channel !== appConversation(workspace, person)?.id) return;
  const opened = await page.act({ do: 'open-home', tab: 'messages' });
  if (channel === appMessages && opened?.id !== undefined) page.go({ channel: opened.id });
}

function channelsOf({ model }: Page): readonly string[] {
  const workspace = currentWorkspace(model);
  const person = workspace?.users.find(({ id }) => id === model.place.as);
  if (workspace === undefined || person === undefined) return [];
  const conversation = appConversation(workspace, person);
  return [...visibleChannels(workspace, person), ...(conversation === undefined ? [] : [conversation])].map(
    ({ id }) => id,
  );
}

/** Completes an address that names nothing, or something that is not there. */
function fillIn(model: Model, said: Place): Place {
  const workspace = model.workspaces.find(({ id }) => id === said.workspace) ?? model.workspaces[0];
  if (workspace === undefined) return said;
  const people = actors(workspace);
  const person = people.find(({ id }) => id === said.as) ?? people.find(({ isAdmin }) => isAdmin) ?? people[0];
  if (person === undefined) return { ...said, workspace: workspace.id };
  const channels = visibleChannels(workspace, person);
  const known = [appHome, appMessages, ...channels.map(({ id }) => id), appConversation(workspace, person)?.id];
  const isKnown = said.channel !== '' && known.includes(said.channel);
  const first = channels.find(({ members }) => members.includes(person.id)) ?? channels[0];
  return {
    workspace: workspace.id,
    as: person.id,
    channel: isKnown ? said.channel : (first?.id ?? appHome),
    thread: isKnown && said.workspace === workspace.id ? said.thread : null,
  };
}
