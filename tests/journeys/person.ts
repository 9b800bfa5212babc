import type { ActResult, SandboxMessage, SandboxView } from '@loyalty-ladder/sandbox/wire';
import { nordlys, type RunningSandbox, until } from '../support/sandbox.ts';
import { type Entries, filledIn } from './fill-in.ts';

/** Somebody at work in the sandbox's workspace. */
export interface Person {
  readonly id: string;
  /** Types `/loyalty …` and leaves it at that. */
  asks(text: string, channel?: string): Promise<ActResult>;
  /** Types `/loyalty …` and waits for what comes of it. @returns what this person alone sees then */
  types(text: string, channel?: string): Promise<SandboxMessage>;
  /** Types `/loyalty …` and waits for the modal that opens. */
  opens(text: string, channel?: string): Promise<SandboxView>;
  /** Does something else that opens a modal. */
  opensBy(act: () => Promise<unknown>): Promise<SandboxView>;
  /** Presses a button by what is written on it. */
  presses(message: SandboxMessage, label: string): Promise<ActResult>;
  /** Presses a button and waits for the words that this person alone sees then. */
  pressesAndReads(message: SandboxMessage, label: string): Promise<SandboxMessage>;
  /** Presses a button and waits for the modal that opens. */
  pressesAndOpens(message: SandboxMessage, label: string): Promise<SandboxView>;
  /** Chooses from the menu of a message by what is written, and waits for the words that this person alone sees then. */
  picksAndReads(message: SandboxMessage, label: string): Promise<SandboxMessage>;
  /** Chooses from a menu of a message, by what is written, and waits for the modal that opens. */
  picksAndOpens(message: SandboxMessage, menu: string, label: string): Promise<SandboxView>;
  /** Chooses in a field that tells at once, and waits for the modal to change; `beside` is filled in already. */
  chooses(view: SandboxView, blockId: string, value: string, beside?: Entries): Promise<SandboxView>;
  /** What a menu offers to who types in it: the values of the options, by their words. */
  looksUp(view: SandboxView, blockId: string, typed: string): Promise<Readonly<Record<string, string>>>;
  /** Fills in and sends a modal. @returns the modal that is there then; none when it closed */
  submits(view: SandboxView, entries: Entries): Promise<SandboxView | undefined>;
  closes(view: SandboxView): Promise<ActResult>;
  /** Everything shown in a channel or thread, oldest first. */
  sees(channel: string, threadTs?: string): Promise<readonly SandboxMessage[]>;
  /** The modal on top. */
  modal(): Promise<SandboxView | undefined>;
}

export function person(sandbox: RunningSandbox, id: string): Person {
  const sees = (channel: string, threadTs?: string) => sandbox.messages(id, channel, threadTs);
  const alone = async (channel: string) => (await sees(channel)).filter(({ ephemeral }) => ephemeral);
  const modal = async () => (await sandbox.screen(id)).modals.at(-1);

  /** Does something, and waits for words that only this person sees. */
  async function andReads(channel: string, act: () => Promise<unknown>): Promise<SandboxMessage> {
    const before = new Map((await alone(channel)).map((one) => [one.ts, JSON.stringify(one)]));
    // A drawn picture follows its words by itself, also while the next thing is done already.
    const isNew = (one: SandboxMessage) => before.get(one.ts) !== JSON.stringify(one) && !isPicture(one);
    const [answer] = (await insist(act, async () => (await alone(channel)).filter(isNew), isFull)).slice(-1);
    if (!answer) throw new Error('There is no answer.');
    return answer;
  }

  async function andOpens(act: () => Promise<unknown>): Promise<SandboxView> {
    const before = (await modal())?.id;
    const view = await insist(act, modal, (one) => one !== undefined && one.id !== before);
    if (!view) throw new Error('There is no modal.');
    return view;
  }

  const type = (text: string, channel: string) =>
    sandbox.act({ as: id, do: 'command', channel, command: '/loyalty', text });
  /** A message as it stands now: it may have been changed since it was looked at, and one presses what one sees. */
  const asShown = async (message: SandboxMessage, label: string) => {
    const shown = (await sees(message.channel, message.threadTs ?? undefined)).find(({ ts }) => ts === message.ts);
    return shown && labelsOf(shown).includes(label) ? shown : message;
  };
  const press = async (message: SandboxMessage, label: string) => {
    const { blockId, actionId } = buttonIn(await asShown(message, label), label);
    const on = { kind: 'message', channel: message.channel, ts: message.ts } as const;
    return sandbox.act({ as: id, do: 'press', on, blockId, actionId });
  };

  const pick = (message: SandboxMessage, label: string, menu?: string) => {
    const { blockId, actionId, option } = choiceIn(message, label, menu);
    const on = { kind: 'message', channel: message.channel, ts: message.ts } as const;
    const value = { type: 'static_select', selected_option: option };
    return sandbox.act({ as: id, do: 'press', on, blockId, actionId, value });
  };

  return {
    id,
    asks: (text, channel = nordlys.general) => type(text, channel),
    types: (text, channel = nordlys.general) => andReads(channel, () => type(text, channel)),
    opens: (text, channel = nordlys.general) => andOpens(() => type(text, channel)),
    opensBy: andOpens,
    presses: press,
    pressesAndReads: (message, label) => andReads(message.channel, () => press(message, label)),
    picksAndReads: (message, label) => andReads(message.channel, () => pick(message, label)),
    picksAndOpens: (message, menu, label) => andOpens(() => pick(message, label, menu)),
    pressesAndOpens: (message, label) => andOpens(() => press(message, label)),
    async chooses(view, blockId, value, beside = {}) {
      const [[actionId, chosen] = ['', {}]] = Object.entries(filledIn(view, { [blockId]: value })[blockId] ?? {});
      const on = { kind: 'view', viewId: view.id } as const;
      await sandbox.act({ as: id, do: 'press', on, blockId, actionId, value: chosen, state: filledIn(view, beside) });
      const changed = await until(modal, (one) => one !== undefined && one.hash !== view.hash);
      if (!changed) throw new Error('There is no modal.');
      return changed;
    },
    async looksUp(view, blockId, typed) {
      const [actionId = ''] = Object.keys(filledIn(view, { [blockId]: '' })[blockId] ?? {});
      const on = { kind: 'view', viewId: view.id };
      const query = { workspace: nordlys.id, as: id, on, blockId, actionId, typed };
      const response = await fetch(`${sandbox.url}/sandbox/options`, { method: 'POST', body: JSON.stringify(query) });
      const { options } = (await response.json()) as { options: { text: { text: string }; value: string }[] };
      return Object.fromEntries(options.map(({ text, value }) => [text.text, value]));
    },
    async submits(view, entries) {
      const send = () => sandbox.act({ as: id, do: 'submit', viewId: view.id, state: filledIn(view, entries) });
      // Who is told that the app took too long sends it again, unless it was taken after all.
      while ((await send()).error === 'operation_timeout' && (await modal())?.hash === view.hash);
      return modal();
    },
    closes: (view) => sandbox.act({ as: id, do: 'close', viewId: view.id }),
    sees,
    modal,
  };
}

/**
 * Everything that a message or modal says, a line for each text, marks of mrkdwn included; the spaces that do not break,
 * which numbers hold, are plain ones.
 */
export function wordsOf(shown: Pick<SandboxMessage, 'blocks'> | SandboxView): string {
  return textsIn(shown.blocks)
    .join('\n')
    .replaceAll(/[\u00a0\u202f]/g, ' ');
}

/** What is written on the buttons of a message. */
export function labelsOf({ blocks }: Pick<SandboxMessage, 'blocks'>): string[] {
  return buttonsIn(blocks).map(({ label }) => label);
}

/**
 * Does something and waits for what comes of it. Slack gives an app three seconds, which are few on a machine with much to
 * do: who sees nothing for a minute does it again, as people do.
 */
async function insist<T>(
  act: () => Promise<unknown>,
  look: () => Promise<T>,
  holds: (value: T) => boolean,
): Promise<T> {
  const nothing = new Error('Nothing was shown for it, three times.');
  for (let times = 0; times < 3; times += 1) {
    const acted = await act();
    nothing.message += ` ${JSON.stringify(acted)}`;
    const end = Date.now() + 60_000;
    const found = await until(
      async () => ({ value: await look(), isLate: Date.now() > end }),
      ({ value, isLate }) => holds(value) || isLate,
    );
    if (holds(found.value)) return found.value;
  }
  throw nothing;
}

const isPicture = ({ blocks }: SandboxMessage) => blocks.length > 0 && blocks.every(({ type }) => type === 'image');

const isFull = (list: readonly unknown[]) => list.length > 0;

function textsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(textsIn);
  if (typeof part !== 'object' || part === null) return [];
  const node = part as Readonly<Record<string, unknown>>;
  const own = [node.text, node.user_id, node.channel_id].filter((one) => typeof one === 'string');
  return [...own, ...Object.values(node).flatMap(textsIn)];
}

interface PlacedButton {
  readonly blockId: string;
  readonly actionId: string;
  readonly label: string;
}

function buttonIn(message: SandboxMessage, label: string): PlacedButton {
  const found = buttonsIn(message.blocks).find((one) => one.label === label);
  if (!found) throw new Error(`There is no button ${label}, but: ${labelsOf(message).join(', ') || 'none'}`);
  return found;
}

function buttonsIn(blocks: readonly Readonly<Record<string, unknown>>[]): PlacedButton[] {
  return blocks.flatMap((block) => {
    const elements = [block.accessory, ...(Array.isArray(block.elements) ? block.elements : [])] as ButtonShape[];
    return elements
      .filter((one) => one?.type === 'button')
      .map((one) => ({ blockId: String(block.block_id), actionId: one.action_id, label: one.text.text }));
  });
}

function choiceIn({ blocks }: SandboxMessage, label: string, menu?: string) {
  for (const block of blocks) {
    const elements = (Array.isArray(block.elements) ? block.elements : []) as MenuShape[];
    for (const { type, action_id: actionId, option_groups: groups = [] } of elements) {
      const option = groups.flatMap(({ options }) => options).find(({ text }) => text.text === label);
      if (type === 'static_select' && option && (menu ?? actionId) === actionId)
        return { blockId: String(block.block_id), actionId, option };
    }
  }
  throw new Error(`There is no choice ${label}.`);
}

interface MenuShape {
  readonly type: string;
  readonly action_id: string;
  readonly option_groups?: readonly {
    readonly options: readonly { readonly text: { readonly text: string }; readonly value: string }[];
  }[];
}

interface ButtonShape {
  readonly type: string;
  readonly action_id: string;
  readonly text: { readonly text: string };
}
