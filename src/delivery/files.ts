import { setTimeout as pause } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { UserError } from '../errors.ts';
import { defineText } from '../text/define-text.ts';
import { storable } from '../text/typed.ts';
import { outcomeOf } from './call-outcome.ts';

/** A file that was handed over in Slack. */
export interface SlackFile {
  readonly name: string;
  /** Its bytes from the start, each time it is called. */
  open(): AsyncIterable<Uint8Array>;
}

const words = defineText({
  en: {
    gone: 'Slack no longer has this file. Please upload it again.',
    unavailable: 'Slack does not hand out this file just now. Try again in a few minutes.',
    refused: (why: string) =>
      `Slack does not let the app read this file (${why}). Ask whoever installed the app to install it anew with all its scopes.`,
  },
  da: {
    gone: 'Slack har ikke længere filen. Upload den igen.',
    unavailable: 'Slack udleverer ikke filen lige nu. Prøv igen om et par minutter.',
    refused: (why: string) =>
      `Slack lader ikke appen læse filen (${why}). Bed den, der har installeret appen, om at installere den igen med alle rettigheder.`,
  },
  nb: {
    gone: 'Slack har ikke filen lenger. Last den opp på nytt.',
    unavailable: 'Slack gir ikke ut filen akkurat nå. Prøv igjen om noen minutter.',
    refused: (why: string) =>
      `Slack lar ikke appen lese filen (${why}). Be den som installerte appen, om å installere den på nytt med alle tilganger.`,
  },
});

/**
 * Finds a file in Slack.
 *
 * @param apiUrl of Slack's Web API: the token goes to no host but Slack's own
 * @param signal ends a reading that is at work
 * @throws UserError when the file is gone, or is not handed out; what may pass says so
 */
export async function findFile(
  client: WebClient,
  apiUrl: string,
  id: string,
  signal?: AbortSignal,
): Promise<SlackFile> {
  const { file } = await client.files.info({ file: id }).catch((cause: unknown) => {
    throw whyNot(cause);
  });
  const url = file?.url_private_download ?? file?.url_private;
  if (!url || !isOfSlack(url, apiUrl)) throw gone();
  const known = { isPage: file?.mimetype?.startsWith('text/html') ?? false, bytes: file?.size ?? 0 };
  return {
    name: storable(file?.name ?? id),
    open: () => read(url, client.token ?? '', known, signal),
  };
}

/** So many bytes have to come within so long a wait, or Slack's host is not at work. What reads them may take its time. */
const leastBytes = 1 << 16;
const longestWaitMs = 10_000;

async function* read(
  url: string,
  token: string,
  known: { readonly isPage: boolean; readonly bytes: number },
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  const limit = new AbortController();
  const both = AbortSignal.any([limit.signal, ...(signal ? [signal] : [])]);
  let waitedMs = 0;
  /** Of what Slack is to do, as long as it is let. */
  const within = async <T>(work: Promise<T>): Promise<T> => {
    const began = performance.now();
    const timer = setTimeout(() => limit.abort(), Math.max(longestWaitMs - waitedMs, 0));
    try {
      return await work;
    } catch (cause) {
      throw signal?.aborted ? cause : unavailable();
    } finally {
      clearTimeout(timer);
      waitedMs += performance.now() - began;
    }
  };
  try {
    const headers = { authorization: `Bearer ${token}` };
    const response = await within(fetch(url, { headers, redirect: 'error', signal: both }));
    refuseStatus(response, known.isPage);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    let [bytes, all] = [0, 0];
    for (;;) {
      const { done, value } = await within(reader.read());
      // An answer may end as if that were all of it.
      if (done && all < known.bytes) throw unavailable();
      if (done) return;
      all += value.length;
      bytes += value.length;
      if (bytes >= leastBytes) [bytes, waitedMs] = [0, 0];
      yield value;
    }
  } finally {
    // Whoever reads no further gives the connection back.
    limit.abort();
  }
}

/** @throws UserError where what comes is not the file */
function refuseStatus(response: Response, isPage: boolean): void {
  const { status, headers } = response;
  if (status === 404 || status === 410) throw gone();
  if (status === 401 || status === 403) throw refused(`HTTP ${status}`);
  if (!response.ok || !response.body) throw unavailable();
  // Slack shows its page to sign in, with 200, to whom it does not know.
  if (!isPage && headers.get('content-type')?.startsWith('text/html')) throw refused('files:read');
}

const goneCodes = ['file_not_found', 'file_deleted'];

function whyNot(cause: unknown): unknown {
  const outcome = outcomeOf(cause);
  if (outcome.kind === 'missing' || goneCodes.includes(outcome.why)) return gone();
  return outcome.kind === 'refused' ? refused(outcome.why) : unavailable();
}

function gone(): UserError {
  return new UserError('file-gone', (locale) => words(locale).gone);
}

function unavailable(): UserError {
  return new UserError('file-unavailable', (locale) => words(locale).unavailable, { passing: true });
}

function refused(why: string): UserError {
  return new UserError('file-refused', (locale) => words(locale).refused(why));
}

const pausesMs = [500, 2000];

/** Does what reads a file for somebody who waits for it, once more where Slack failed at it for a moment. */
export async function readPatiently<T>(work: () => Promise<T>): Promise<T> {
  for (const pauseMs of pausesMs) {
    try {
      return await work();
    } catch (thrown) {
      if (!(thrown instanceof UserError && thrown.passing)) throw thrown;
      await pause(pauseMs);
    }
  }
  return work();
}

function isOfSlack(url: string, apiUrl: string): boolean {
  const { protocol, hostname, origin } = new URL(url);
  return (protocol === 'https:' && hostname.endsWith('.slack.com')) || origin === new URL(apiUrl).origin;
}
