import type { ImportCounts, ImportKind } from '../../loyalty/facts/import-kind.ts';
import type { Sql } from '../database/sql.ts';
import { toJson } from '../database/typed-values.ts';
import type { ImportModel } from '../generated/models.ts';
import * as statements from './imports.sql.ts';

export type ImportStatus = 'looked-at' | 'running' | 'finished' | 'failed' | 'cancelled' | 'undone';

/** An import of a file that was handed over in Slack, or read in a terminal. */
export interface StoredImport extends ImportCounts {
  readonly id: number;
  readonly kind: ImportKind | null;
  readonly fileName: string;
  /** Slack's id of the file; empty: it was read in a terminal. */
  readonly fileId: string;
  /** What the reader of the file wants to know again. */
  readonly options: unknown;
  readonly status: ImportStatus;
  /** Empty: the terminal. */
  readonly memberId: string;
  readonly locale: 'en' | 'da' | 'nb';
  readonly line: number;
  readonly rowsRead: number;
  /** What was found while its rows were read. */
  readonly notes: unknown;
  /** How often it was taken up since it last came further. */
  readonly attempts: number;
  readonly error: string | null;
  /** Who wants it taken back. */
  readonly undoAskedBy: string | null;
  readonly createdAt: Date;
}

export interface NewImport extends Pick<StoredImport, 'fileName' | 'fileId' | 'memberId' | 'locale'> {
  /** Names the request. */
  readonly key: string;
}

/** Any number, as long as nothing else of the app locks by it. */
const importsLock = 4702;

export function importsStore(sql: Sql, workspaceId: number) {
  const find = async (id: number): Promise<StoredImport | null> => {
    const row = await sql.typed((client) =>
      client.import.findUnique({ where: { workspaceId_id: { workspaceId, id } } }),
    );
    return row && toImport(row);
  };

  return {
    find,

    /** @returns its id; that of the first where the request is a repeated one */
    async add({ key, fileName, fileId, memberId, locale }: NewImport, at: Date): Promise<number> {
      const { id } = await sql.typed((client) =>
        client.import.upsert({
          where: { workspaceId_key: { workspaceId, key } },
          create: { workspaceId, key, fileName, fileId, memberId, locale, options: {}, createdAt: at },
          update: { key },
          select: { id: true },
        }),
      );
      return id;
    },

    /** Notes how the file is to be read, before it is started. */
    async plan(id: number, kind: string, options: unknown): Promise<void> {
      const data = { kind, options: toJson(options) };
      await sql.typed((client) => client.import.updateMany({ where: { workspaceId, id, status: 'looked-at' }, data }));
    },

    /** @returns false when it was started before */
    async start(id: number, options: unknown): Promise<boolean> {
      return (await sql.run(statements.startImport, [workspaceId, id, JSON.stringify(options)])) === 1;
    },

    /**
     * Waits until no other import of the workspace writes, and keeps others waiting until the transaction ends: two that
     * name the same new customers in different orders would wait for each other for ever.
     */
    async takeTurn(): Promise<void> {
      await sql.run(statements.lockForImport, [importsLock, workspaceId]);
    },

    /** Takes a running import that nobody works on; the lease keeps other processes away. */
    async take(now: Date, leaseUntil: Date): Promise<StoredImport | null> {
      const [taken] = await sql.rows(statements.takeImport, [workspaceId, now, leaseUntil]);
      return taken ? find(taken.id) : null;
    },

    async anyRunning(now: Date): Promise<boolean> {
      const where = { workspaceId, status: 'running', OR: [{ fileId: { not: '' } }, { leaseUntil: { gt: now } }] };
      return (await sql.typed((client) => client.import.findFirst({ where, select: { id: true } }))) !== null;
    },

    /** Starts an import that is read in a terminal, which alone goes on with it. @returns its id */
    async startInTerminal(
      {
        options,
        ...file
      }: Pick<NewImport, 'key' | 'fileName' | 'locale'> & {
        readonly kind: ImportKind;
        readonly options: object;
      },
      at: Date,
      leaseUntil: Date,
    ): Promise<number> {
      const data = { ...file, options: toJson(options), fileId: '', memberId: '', createdAt: at, leaseUntil };
      const { id } = await sql.typed((client) =>
        client.import.create({ data: { workspaceId, status: 'running', ...data }, select: { id: true } }),
      );
      return id;
    },

    /** The newest that brought something in, or were taken back. */
    list: async (limit: number): Promise<StoredImport[]> => {
      const rows = await sql.typed((client) =>
        client.import.findMany({
          where: { workspaceId, status: { in: [...ended, 'running', 'undone'] } },
          orderBy: { id: 'desc' },
          take: limit,
        }),
      );
      return rows.map(toImport);
    },

    /** Notes that somebody wants an import that ended to be taken back. @returns false: it goes on, or is taken back */
    async askUndo(id: number, memberId: string): Promise<boolean> {
      const data = { undoAskedBy: memberId, error: null, attempts: 0 };
      const { count } = await sql.typed((client) =>
        client.import.updateMany({ where: { workspaceId, id, status: { in: [...ended] } }, data }),
      );
      return count === 1;
    },

    /** Notes why an import is not taken back. */
    async refuseUndo(id: number, error: string): Promise<void> {
      const data = { undoAskedBy: null, error, leaseUntil: null };
      await sql.typed((client) => client.import.updateMany({ where: { workspaceId, id }, data }));
    },

    /** Notes that an import is taken back, in the transaction that does it. @returns false when it still goes on */
    async endUndo(id: number, at: Date): Promise<boolean> {
      const data = { status: 'undone', undoAskedBy: null, error: null, leaseUntil: null, finishedAt: at };
      const left = [null, { lt: at }].map((leaseUntil) => ({ status: 'running', fileId: '', leaseUntil }));
      const { count } = await sql.typed((client) =>
        client.import.updateMany({ where: { workspaceId, id, OR: [{ status: { in: [...ended] } }, ...left] }, data }),
      );
      return count === 1;
    },

    /** For whoever comes next: nothing was wrong with it. */
    async giveBack(id: number): Promise<void> {
      const data = { leaseUntil: null, attempts: 0 };
      await sql.typed((client) => client.import.updateMany({ where: { workspaceId, id }, data }));
    },

    /** Something was wrong: it is taken up again from then on. */
    async putOff(id: number, until: Date): Promise<void> {
      const data = { leaseUntil: until };
      await sql.typed((client) => client.import.updateMany({ where: { workspaceId, id }, data }));
    },

    /** Takes back what a process held that ended; only for who knows that there is no other. */
    async freeAll(): Promise<void> {
      await sql.run(statements.freeImports, [workspaceId]);
    },

    /**
     * Notes how far it is, in the transaction that wrote the rows.
     *
     * @throws Error when the lease was lost to another process, so that the rows are not counted twice
     */
    async advance(
      id: number,
      { line: before }: Pick<StoredImport, 'line'>,
      line: number,
      rowsRead: number,
      { counts, notes }: { readonly counts: ImportCounts; readonly notes: unknown },
      leaseUntil: Date,
    ): Promise<void> {
      const { count } = await sql.typed((client) =>
        client.import.updateMany({
          where: { workspaceId, id, line: before, status: 'running' },
          data: {
            line,
            leaseUntil,
            attempts: 0,
            notes: toJson(notes),
            rowsRead: { increment: rowsRead },
            imported: { increment: counts.imported },
            updated: { increment: counts.updated },
            unchanged: { increment: counts.unchanged },
            refused: { increment: counts.refused },
            customersMade: { increment: counts.customersMade },
            followUps: { increment: counts.followUps },
          },
        }),
      );
      if (count !== 1) throw new Error('Another process goes on with this import');
    },

    async end(
      id: number,
      status: 'finished' | 'failed' | 'cancelled',
      error: string | null,
      at: Date,
    ): Promise<boolean> {
      const data = { status, error, finishedAt: at, leaseUntil: null };
      const { count } = await sql.typed((client) =>
        client.import.updateMany({ where: { workspaceId, id, status: 'running' }, data }),
      );
      return count === 1;
    },

    /** Forgets imports that ended, or were looked at and never started, before an instant. */
    async forget(before: Date, most: number): Promise<void> {
      await sql.run(statements.forgetImports, [workspaceId, before, most]);
    },
  };
}

/** It brought in what it could. */
const ended = ['finished', 'failed', 'cancelled'] as const;

function toImport({
  workspaceId: _,
  key: _key,
  leaseUntil: _lease,
  finishedAt: _finished,
  ...row
}: ImportModel): StoredImport {
  return {
    ...row,
    kind: row.kind as ImportKind | null,
    status: row.status as ImportStatus,
    locale: row.locale as StoredImport['locale'],
  };
}
