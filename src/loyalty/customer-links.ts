/** A place of the company's own where a customer can be looked up, such as its CRM. */
export interface CustomerLink {
  readonly label: string;
  /** With `{number}` or `{email}` where the customer's is to stand. */
  readonly address: string;
}

export const mostLinks = 4;
export const longestLabel = 30;
export const longestAddress = 500;

/** Why a line of what was typed is no link. */
export interface LinkRefusal {
  readonly code: 'no-label' | 'not-https' | 'no-customer' | 'host' | 'too-many' | 'too-long';
  /** The line, or the address in it. */
  readonly typed: string;
}

/** Reads links, one a line: `CRM https://crm.example.com/c/{number}`. */
export function readCustomerLinks(typed: string): readonly CustomerLink[] | LinkRefusal {
  const rows = typed
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '');
  const links: CustomerLink[] = [];
  for (const row of rows) {
    const link = readLink(row);
    if ('code' in link) return link;
    links.push(link);
  }
  const [tooMany] = rows.slice(mostLinks);
  return tooMany === undefined ? links : { code: 'too-many', typed: tooMany };
}

/** As they are typed. */
export function customerLinksText(links: readonly CustomerLink[]): string {
  return links.map(({ label, address }) => `${label} ${address}`).join('\n');
}

function readLink(row: string): CustomerLink | LinkRefusal {
  const [, label = '', address = ''] = /^(.*?)\s?(\S*)$/.exec(row) ?? [];
  if (label === '') return { code: 'no-label', typed: row };
  if (label.length > longestLabel || address.length > longestAddress) return { code: 'too-long', typed: row };
  const url = parsed(filled(address, 'a', 'a'));
  if (!url || !isSafe(url)) return { code: 'not-https', typed: address };
  if (!/\{(number|email)\}/.test(address)) return { code: 'no-customer', typed: address };
  // Whose server is asked is not for what is known of a customer to say.
  const other = parsed(filled(address, 'b', 'b'));
  if (url.origin !== other?.origin || url.username !== '' || url.password !== '')
    return { code: 'host', typed: address };
  return { label, address };
}

/** Encrypted, or on the machine of whoever looks. */
function isSafe({ protocol, hostname }: URL): boolean {
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isLocal);
}

function parsed(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}

/** Where a link leads for one customer; null: nothing is known that could stand in it. */
export function linkAddress(
  { address }: CustomerLink,
  { number, email }: { readonly number: string; readonly email: string | null },
): string | null {
  if (address.includes('{email}') && email === null) return null;
  // A browser takes these for a step in the path, encoded or not.
  if ([number, email].some((value) => value === '.' || value === '..')) return null;
  const url = parsed(filled(address, number, email ?? ''));
  return url && isSafe(url) && url.href.length <= 3000 ? url.href : null;
}

function filled(address: string, number: string, email: string): string {
  return address.replaceAll('{number}', () => encoded(number)).replaceAll('{email}', () => encoded(email));
}

/** Half a character cannot be encoded. */
function encoded(value: string): string {
  return encodeURIComponent(value.replaceAll(/\p{Surrogate}/gu, ''));
}
