import { describe } from 'vitest';
import { databaseKinds } from '../support/database.ts';
import { storms } from './storms.ts';

const kind = databaseKinds.at(-1);

describe(`over HTTP, on the ${kind?.name} database`, () => storms('HTTP', kind));
