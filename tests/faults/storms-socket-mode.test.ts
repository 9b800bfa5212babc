import { describe } from 'vitest';
import { databaseKinds } from '../support/database.ts';
import { storms } from './storms.ts';

describe('over Socket Mode, on the embedded database', () => storms('Socket Mode', databaseKinds[0]));
