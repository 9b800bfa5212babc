import { actions } from './actions.ts';
import { checklist } from './checklist.ts';
import { myCustomers } from './customers.ts';
import { figures } from './figures.ts';
import { followUps } from './follow-ups.ts';
import { ladder } from './ladder.ts';
import { otherView } from './other-view.ts';
import type { HomeSection } from './section.ts';
import { targets } from './targets.ts';

/** The sections of both views of the Home, in the order in which they stand. */
export const homeSections: readonly HomeSection[] = [
  checklist,
  followUps,
  targets,
  figures,
  ladder,
  otherView,
  myCustomers,
  actions,
];
