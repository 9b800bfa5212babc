import { describe, expect, test } from 'vitest';
import { databaseKinds } from '../support/database.ts';
import { file } from './support.ts';
import { useTerminal } from './terminal.ts';

describe.each(databaseKinds)('answers of a survey that are none to count, on $name', (kind) => {
  const terminal = useTerminal(kind);
  const bring = async (lines: readonly string[], ...options: string[]) => {
    const { out, err } = await terminal.ask(['import', 'feedback', file(`${lines.join('\n')}\n`), ...options]);
    return out + err;
  };
  const scores = async () =>
    (await terminal.rowsOf<{ score: number }>('SELECT score FROM answers ORDER BY id')).map(({ score }) => score);

  test.each([
    ['Status', 'Partial'],
    ['Status', 'Survey Preview'],
    ['Response status', 'Disqualified'],
    ['Review status', 'Deleted'],
    ['Svarstatus', 'Delvist besvaret'],
    ['Finished', 'False'],
    ['Fuldført', 'Nej'],
    ['Progress', '20'],
    ['Spam', 'Yes'],
    ['Is test', 'true'],
    ['Deleted at', '2026-03-03'],
    ['Distribution Channel', 'preview'],
  ])('are refused with what says so: %s %s', async (header, text) => {
    const said = await bring([`customer,date,NPS,${header}`, `a,2026-03-02,9,`, `b,2026-03-02,0,${text}`]);
    expect(said).toContain(`“${header}” is “${text}”, so this answer does not count. If it should, empty that cell.`);
    expect(await scores()).toEqual([9]);
  });
  test.each([
    ['Status', 'Completed'],
    ['Status', 'IP Address'],
    ['Finished', 'True'],
    ['Completed at', '2026-03-02 10:15'],
    ['Progress', '100'],
    ['Progress', '100 %'],
    ['Spam', 'No'],
    ['Deleted at', ''],
    ['Ticket status', 'Deleted'],
    ['Preview', 'Good service in 9 of 10 cases'],
  ])('are told from others by what stands there: %s %s', async (header, text) => {
    await bring([`customer,date,NPS,${header}`, `a,2026-03-02,9,${text}`]);
    expect(await scores()).toEqual([9]);
  });
  test('are known by their numbers in an export of Qualtrics, and in no other', async () => {
    const rows = ['0', '1', '2', '4', '8', '16'].map((status, i) => `c${i},2026-03-02,R_${i},${i + 5},${status}`);
    const said = await bring(['customer,RecordedDate,ResponseId,NPS,Status', ...rows]);
    expect(said).toContain('“Status” is “1”, so this answer does not count.');
    expect(await scores()).toEqual([5, 8, 10]);
    await bring(['customer,date,NPS,Status', 'x,2026-03-02,10,1']);
    expect(await scores()).toEqual([5, 8, 10, 10]);
    // An export of which the ids were taken out.
    await bring(['customer,RecordedDate,NPS,Status', 'y,2026-03-04,6,0', 'z,2026-03-04,7,2']);
    expect(await scores()).toEqual([5, 8, 10, 10, 6]);
  });

  test('are those of which an export leaves out when they were completed, beside a date of another kind', async () => {
    const header = 'customer,date,NPS,Completed at';
    const said = await bring([header, 'a,2026-03-02,9,2026-03-02 10:15', 'b,2026-03-02,2,']);
    expect(said).toContain('“Completed at” is empty, so this answer was not completed and does not count.');
    expect(await scores()).toEqual([9]);
  });

  test('are refused where a person names the columns, too', async () => {
    const lines = ['Who,When,How likely are you?,Finished', 'a,2026-03-02,9,True', 'b,2026-03-02,0,False'];
    const said = await bring(lines, '--columns', 'customer,date,score,', '--kind', 'nps');
    expect(said).toContain('“Finished” is “False”');
    expect(said).not.toContain('Not read');
    expect(await scores()).toEqual([9]);
  });
});
