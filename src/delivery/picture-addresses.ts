import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Clock } from '../context.ts';
import type { Picture } from '../pictures/picture.ts';

/** Addresses at which pictures of answers are shown, for whoever has such an address and for as long as it holds. */
export interface PictureAddresses {
  /** Null for a picture that no address can hold. */
  addressOf(picture: Picture): string | null;
  /** The picture at a path; null for a path that the app did not make, or that holds no longer. */
  find(path: string): Picture | null;
}

/** Slack fetches a picture when it is shown. */
const holdsMs = 3_600_000;
/** Slack's own limit. */
const longestAddress = 3000;
const ivBytes = 12;
const tagBytes = 16;
const prefix = '/pictures/';

/**
 * The address is the picture: what it shows and until when, sealed. So nothing is kept, any process can show it, nobody
 * can read or change what it holds, and only Slack and who was answered ever see it.
 *
 * @param secret known to this installation alone
 * @param publicUrl where the app is reached from outside
 */
export function pictureAddresses(secret: string, publicUrl: string, { now }: Clock): PictureAddresses {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'loyalty ladder: addresses of pictures', 32));
  const base = publicUrl.replace(/\/+$/, '');
  return {
    addressOf(picture) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const open = deflateRawSync(JSON.stringify({ until: now().getTime() + holdsMs, picture }));
      const sealed = Buffer.concat([iv, cipher.update(open), cipher.final(), cipher.getAuthTag()]);
      const address = `${base}${prefix}${sealed.toString('base64url')}.png`;
      return address.length <= longestAddress ? address : null;
    },
    find(path) {
      const [, text] = /^\/pictures\/([\w-]+)\.png$/.exec(path) ?? [];
      if (text === undefined) return null;
      const sealed = Buffer.from(text, 'base64url');
      if (sealed.length <= ivBytes + tagBytes) return null;
      try {
        const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes));
        cipher.setAuthTag(sealed.subarray(-tagBytes));
        const open = Buffer.concat([cipher.update(sealed.subarray(ivBytes, -tagBytes)), cipher.final()]);
        const { until, picture } = JSON.parse(inflateRawSync(open).toString()) as { until: number; picture: Picture };
        return now().getTime() < until ? picture : null;
      } catch {
        return null;
      }
    },
  };
}
