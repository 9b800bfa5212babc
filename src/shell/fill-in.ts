import type { Answer } from '../commands/command.ts';
import type { Reply } from '../facts/reply.ts';
import { tellSettings } from '../flows/settings/tell-settings.ts';
import { addFeedback } from './add-feedback.ts';
import { importFile } from './import-file.ts';
import { postDigest } from './post-digest.ts';
import type { ShellRequest } from './request.ts';
import { setTarget } from './set-target.ts';

/** What is filled in in Slack's modals is said by options in a terminal. Settings are shown: they are changed in Slack. */
export async function fillIn(request: ShellRequest, asked: Exclude<Answer, { kind: 'reply' }>): Promise<Reply> {
  if (asked.kind === 'digest-now') return postDigest(request);
  switch (asked.form) {
    case 'feedback':
      return addFeedback(request);
    case 'import':
      return { kind: 'import', result: await importFile(request) };
    case 'target':
      return setTarget(request, asked.proposal);
    case 'settings':
      return { kind: 'settings', settings: await tellSettings(request, { id: 'shell', mayChange: true }) };
    case 'digest':
    case 'review':
      return { kind: 'digest-settings', schedules: await request.store.schedules.list() };
  }
}
