import type { Config } from '../config.ts';
import type { Context, Deps } from '../context.ts';
import { openServer, type TakeRequest } from '../http/open-server.ts';
import { surveyPages } from '../survey/survey-pages.ts';
import type { Connected } from './connect.ts';
import type { Stops } from './stops.ts';

/** The pages on which customers answer. */
export interface Surveys {
  readonly take: TakeRequest;
  /** Where customers reach them; null: nowhere. */
  readonly url: string | null;
}

/**
 * Opens the pages of surveys. Where Slack calls the app, they stand beside what it calls; else they have the app's port to
 * themselves, if an address is known at which customers reach it. The sandbox's stand at the port after its own, on this machine.
 */
export async function startSurveys(
  { log }: Pick<Deps, 'log'>,
  context: Context,
  { port, publicUrl }: Pick<Config, 'port' | 'publicUrl'>,
  { slack, sandbox }: Pick<Connected, 'slack' | 'sandbox'>,
  stops: Stops,
): Promise<Surveys> {
  const take = surveyPages({ contextOf: (id) => (id === context.workspaceId ? context : null), log });
  if (sandbox) {
    const next = Number(new URL(sandbox.url).port) + 1;
    const open = () => openServer(take, next, loopback).catch(() => openServer(take, 0, loopback));
    const server = await stops.begin('surveys', open, (opened) => opened.stop());
    return { take, url: publicUrl ?? `http://${loopback}:${server.port}` };
  }
  if (slack.mode === 'socket' && publicUrl !== null)
    await stops.begin(
      'surveys',
      () => openServer(take, port),
      (opened) => opened.stop(),
    );
  return { take, url: publicUrl };
}

const loopback = '127.0.0.1';
