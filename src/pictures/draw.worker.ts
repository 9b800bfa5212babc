// Draws pictures in a thread of its own: loading what draws takes a third of a second, and a picture some 30 ms, in which
// the app would answer nobody.
import { parentPort } from 'node:worker_threads';
import type { Picture } from './picture.ts';
import { toPng } from './to-png.ts';
import { toSvg } from './to-svg.ts';

export interface DrawRequest {
  readonly id: number;
  readonly picture: Picture;
}

export type DrawResponse =
  | { readonly id: number; readonly png: Uint8Array }
  | { readonly id: number; readonly why: string };

const port = parentPort;
if (!port) throw new Error('draw.worker runs as a worker thread');
port.on('message', ({ id, picture }: DrawRequest) => {
  port.postMessage(drawn(id, picture));
});

function drawn(id: number, picture: Picture): DrawResponse {
  try {
    return { id, png: toPng(toSvg(picture)) };
  } catch (cause) {
    return { id, why: cause instanceof Error ? cause.message : String(cause) };
  }
}
