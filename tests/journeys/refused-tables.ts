import type { SandboxMessage } from '@loyalty-ladder/sandbox/wire';
import { expect, test } from 'vitest';
import { nordlys, until } from '../support/sandbox.ts';
import type { Office } from './office.ts';
import { labelsOf, person, wordsOf } from './person.ts';

/** What comes of lists in a workspace that takes no tables that can be sorted. */
export function refusedTables(office: () => Office): void {
  test('a list is told in lines where it cannot be sorted, and what is below it works as it does elsewhere', async () => {
    const { sandbox, log } = office();
    const emily = person(sandbox, nordlys.emily);
    const tableIn = ({ blocks }: SandboxMessage) => blocks.find(({ type }) => /table/.test(String(type)))?.type;
    expect(tableIn(await emily.types('customers country:DK'))).toBe('data_table');

    await sandbox.change({ dataTables: false });
    const told = await emily.types('customers country:DK');
    expect(tableIn(told)).toBe('table');
    expect(wordsOf(told)).toContain('6 of 9 customers, DKK 5,200 so far: Denmark');
    await until(() => log().includes('"slack-extra"'));

    // It is not asked again: the next list comes at once.
    const refused = async () => (await sandbox.calls('response_url')).filter(({ error }) => error).length;
    const before = await refused();
    const again = await emily.types('customers orders>1');
    expect(tableIn(again)).toBe('table');
    expect(await refused()).toBe(before);
    expect(labelsOf(again)).toEqual([]);
    expect(wordsOf(await emily.picksAndReads(again, 'Anna Sørensen'))).toContain('K1');
  });
}
