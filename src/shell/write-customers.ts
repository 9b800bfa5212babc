import { type FileHandle, open } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import type { Reply } from '../facts/reply.ts';
import { everyCustomer } from '../flows/customers/list-customers.ts';
import { noteExport } from '../flows/customers/send-customers.ts';
import { terminalActor } from '../loyalty/actor.ts';
import type { CustomerQuery } from '../loyalty/customer-query.ts';
import { localDay } from '../loyalty/time/period.ts';
import { customerFileLines, customerFileStart } from '../messages/customers/customer-file.ts';
import type { ShellRequest } from './request.ts';
import { usageWords } from './usage-words.ts';

/** `customers --csv FILE`: writes the whole list, to be read by who called alone, and notes that. */
export async function writeCustomers(request: ShellRequest, query: CustomerQuery, path: string): Promise<Reply> {
  const { settings, options, now, store } = request;
  const { currency, timeZone } = settings;
  const file = await openToWrite(path);
  let count = 0;
  try {
    await file.appendFile(customerFileStart(options.language, currency));
    for await (const customers of everyCustomer(request, query, localDay(now(), timeZone))) {
      await file.appendFile(customerFileLines(options.language, customers, currency));
      count += customers.length;
    }
  } finally {
    await file.close();
  }
  await noteExport(store, now(), terminalActor, query);
  return { kind: 'note', note: { kind: 'customers-written', path, count } };
}

/** A file that only who called may read. @throws UserError where nothing can be written */
export async function openToWrite(path: string): Promise<FileHandle> {
  return open(path, 'w', 0o600).catch((cause: NodeJS.ErrnoException) => {
    throw new UserError('csv-file', (locale) => usageWords(locale).csvFile(path, cause.code ?? cause.name));
  });
}
