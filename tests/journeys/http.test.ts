import { describe } from 'vitest';
import { journeysOver } from './journeys.ts';

describe('over HTTP', () => journeysOver('HTTP'));
