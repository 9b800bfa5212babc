import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { isJson, type Json, jsonList, stringOf } from '../json.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import { newId } from '../state/ids.ts';
import type { StoredFile } from '../state/model.ts';

const mimetypes: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.txt': 'text/plain',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
};

/** Makes room for a file whose bytes are still to come. */
export function expectFile(sandbox: Sandbox, workspace: string, user: string, name: string, size: number): StoredFile {
  const file: StoredFile = {
    id: newId('F'),
    workspace,
    name,
    title: name,
    mimetype: mimetypes[extname(name).toLowerCase()] ?? 'application/octet-stream',
    size,
    user,
    createdAt: sandbox.clock.now(),
    channels: [],
    state: 'expected',
  };
  sandbox.world.files.put(file.id, file);
  return file;
}

/** Takes a file's bytes. Refused with: file_not_found, upload_size_mismatch. */
export function storeBytes(sandbox: Sandbox, id: string, bytes: Uint8Array): StoredFile {
  const file = sandbox.world.files.get(id);
  if (!file || file.state === 'shared') throw new Refusal('file_not_found');
  if (bytes.length !== file.size) throw new Refusal('upload_size_mismatch');
  mkdirSync(sandbox.filesFolder, { recursive: true });
  writeFileSync(join(sandbox.filesFolder, id), bytes);
  const stored: StoredFile = { ...file, state: 'uploaded' };
  sandbox.world.files.put(id, stored);
  return stored;
}

/** A stored file's bytes; null when there are none. */
export function readBytes(sandbox: Sandbox, file: StoredFile): Buffer | null {
  const path = join(sandbox.filesFolder, file.id);
  return existsSync(path) ? readFileSync(path) : null;
}

/** The files that blocks show as pictures, wherever in them. */
export function picturesIn(blocks: readonly Json[]): readonly string[] {
  return blocks.flatMap((block) => {
    const id = isJson(block.slack_file) ? stringOf(block.slack_file.id) : null;
    const inside = [block.accessory, ...jsonList(block.elements), ...jsonList(block.child_blocks)].filter(isJson);
    return [...(id === null ? [] : [id]), ...picturesIn(inside)];
  });
}

/** Makes a file one of a channel's: who may read there sees it from now on. */
export function shareFile(sandbox: Sandbox, id: string, channel: string): void {
  const file = sandbox.world.files.get(id);
  if (file)
    sandbox.world.files.put(id, { ...file, state: 'shared', channels: [...new Set([...file.channels, channel])] });
}
