import { describe } from 'vitest';
import { journeysOver } from './journeys.ts';

describe('over Socket Mode', () => journeysOver('Socket Mode'));
