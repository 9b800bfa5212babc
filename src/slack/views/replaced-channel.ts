import { mayManage } from '../../commands/may-manage.ts';
import { replaceChannel } from '../../flows/obstacles/mend-obstacle.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import { readReplacedChannel, replaceChannelForm } from '../../messages/modals/replace-channel-form.ts';
import { joinChannel, notJoinedWords } from '../join-channel.ts';
import { onSubmit } from './form.ts';

export const replacedChannel = onSubmit(
  replaceChannelForm,
  (values, { locale }, { channelId }) => readReplacedChannel(values, locale, channelId),
  async (incoming, to, { channelId: from }) => {
    mayManage(incoming);
    const { memberId, locale } = incoming;
    const refused = await joinChannel(incoming, to);
    if (refused) return { kind: 'errors', errors: { channel: notJoinedWords(locale, refused) } };
    await replaceChannel(incoming, { from, to }, memberId);
    incoming.nudgeObstacles();
    return { kind: 'show', view: noteView({ kind: 'channel-replaced', from, to }, locale) };
  },
);
