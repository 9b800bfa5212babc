import { createHash, randomBytes } from 'node:crypto';

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A new id in Slack's form: the letter of its kind and ten capitals or digits. */
export function newId(kind: 'C' | 'D' | 'F' | 'V' | 'Ev' | 'Fx'): string {
  return kind + [...randomBytes(10)].map((byte) => letters[byte % 36]).join('');
}

/** The id of the direct messages between a person and the app, always the same for the same person. */
export function imId(workspace: string, user: string): string {
  const bytes = createHash('sha256').update(`${workspace}:${user}`).digest().subarray(0, 10);
  return `D${[...bytes].map((byte) => letters[byte % 36]).join('')}`;
}

/** A secret that stands in an address: the trigger, the response URL, the socket's ticket. */
export function newSecret(): string {
  return randomBytes(16).toString('hex');
}

/** A block_id as Slack makes one for a block that came without. */
export function newBlockId(): string {
  return randomBytes(4).toString('base64url').slice(0, 5);
}
