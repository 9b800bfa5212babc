import type { Reply } from '../facts/reply.ts';
import { everyVoice } from '../flows/feedback/list-voices.ts';
import { noteVoicesExport } from '../flows/feedback/send-voices.ts';
import { terminalActor } from '../loyalty/actor.ts';
import type { Day } from '../loyalty/time/period.ts';
import type { VoiceQuery } from '../loyalty/voice-query.ts';
import { voiceFileLines, voiceFileStart } from '../messages/feedback/voice-file.ts';
import type { ShellRequest } from './request.ts';
import { openToWrite } from './write-customers.ts';

/** `feedback --csv FILE`: writes the whole list of answers, to be read by who called alone, and notes that. */
export async function writeVoices(request: ShellRequest, query: VoiceQuery, asOf: Day, path: string): Promise<Reply> {
  const { options, now, store } = request;
  const file = await openToWrite(path);
  let count = 0;
  try {
    await file.appendFile(voiceFileStart(options.language));
    for await (const voices of everyVoice(request, query, asOf)) {
      await file.appendFile(voiceFileLines(options.language, voices));
      count += voices.length;
    }
  } finally {
    await file.close();
  }
  await noteVoicesExport(store, now(), terminalActor, query);
  return { kind: 'note', note: { kind: 'voices-written', path, count } };
}
