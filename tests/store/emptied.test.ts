import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { emptyTable } from '../../src/store/desk/empty-workspace.sql.ts';

test('a company that is taken out of the sandbox leaves nothing behind but its workspace and settings', () => {
  const tables = [...readFileSync('prisma/schema.prisma', 'utf8').matchAll(/@@map\("(\w+)"\)/g)].map(
    ([, name]) => name,
  );
  expect(Object.keys(emptyTable).sort()).toEqual(
    tables.filter((name) => name !== 'workspaces' && name !== 'settings').sort(),
  );
});
