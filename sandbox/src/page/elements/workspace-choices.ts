import type { SandboxChannel } from '../../page-api.ts';
import type { Names } from '../names.ts';
import type { Choice } from '../parts/choice-list.ts';

export function personChoices(names: Names): readonly Choice[] {
  return names
    .people()
    .filter(({ isBot }) => !isBot)
    .map(({ id, realName, name }) => ({ key: id, words: realName || name, note: `@${name}`, group: '' }));
}

const kindOf: Readonly<Record<SandboxChannel['kind'], string>> = { channel: 'public', group: 'private', im: 'im' };

/** @param include 'public', 'private' and 'im'; none of them stands for all */
export function conversationChoices(names: Names, include: readonly string[], withoutBots: boolean): readonly Choice[] {
  return names
    .channels()
    .filter(({ kind }) => include.length === 0 || include.includes(kindOf[kind]))
    .filter(({ kind }) => !(withoutBots && kind === 'im'))
    .map(({ id, kind }) => ({ key: id, words: `#${names.channelName(id)}`, note: kindOf[kind], group: '' }));
}
