import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readMigrations } from '../../src/store/database/migrate.ts';

/** Copied from, and never written in. Root and others have their own: the files belong to who made them. */
const shelf = resolve('node_modules/.cache/loyalty-ladder', String(process.getuid?.() ?? 'user'));
const oneDayMs = 86_400_000;

/**
 * What takes long to make and is the same for all tests until a migration comes: the first to need it makes it.
 *
 * @param make writes a file or folder of this path
 * @returns where it is
 */
export async function template(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const path = join(shelf, `${name}-${migrationsMark()}`);
  if (existsSync(path)) return path;
  mkdirSync(shelf, { recursive: true });
  clearOlder();
  // It gets its name once it is whole: who is stopped before leaves nothing that others would take for it.
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  await make(draft);
  try {
    renameSync(draft, path);
  } catch (thrown) {
    rmSync(draft, { recursive: true, force: true });
    // Somebody else was faster.
    if (!existsSync(path)) throw thrown;
  }
  return path;
}

/** Changes with the migrations. */
function migrationsMark(): string {
  const hash = createHash('sha256');
  for (const { checksum } of readMigrations('prisma/migrations')) hash.update(checksum);
  return hash.digest('hex').slice(0, 12);
}

/** Of older migrations, or by somebody who was stopped. */
function clearOlder(): void {
  for (const name of readdirSync(shelf)) {
    const path = join(shelf, name);
    if (Date.now() - statSync(path).mtimeMs > oneDayMs) rmSync(path, { recursive: true, force: true });
  }
}
