import type { KnownBlock } from '@slack/types';
import type { Locale } from '../../text/define-text.ts';
import type { HomeFacts } from './home-facts.ts';

/** One part of the Home: its blocks, none when there is nothing to tell. */
export type DrawHomeSection = (facts: HomeFacts, locale: Locale) => readonly KnownBlock[];
