import { drawActions } from './actions.ts';
import { drawChecklist } from './checklist.ts';
import { drawMyCustomers } from './customers.ts';
import { drawHomeFigures } from './figures.ts';
import { drawMyFollowUps, drawOpenFollowUps } from './follow-ups.ts';
import { drawHomeLadder } from './ladder.ts';
import type { DrawHomeSection } from './section.ts';
import { drawHomeTargets } from './targets.ts';

/** The sections of the Home, in the order in which they stand. */
export const homeSections: readonly { readonly name: string; readonly draw: DrawHomeSection }[] = [
  { name: 'checklist', draw: drawChecklist },
  { name: 'ladder', draw: drawHomeLadder },
  { name: 'figures', draw: drawHomeFigures },
  { name: 'targets', draw: drawHomeTargets },
  { name: 'my-follow-ups', draw: drawMyFollowUps },
  { name: 'open-follow-ups', draw: drawOpenFollowUps },
  { name: 'my-customers', draw: drawMyCustomers },
  { name: 'actions', draw: drawActions },
];
