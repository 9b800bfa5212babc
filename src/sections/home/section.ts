import type { KnownBlock } from '@slack/types';
import type { HomeFacts } from '../../facts/home.ts';
import type { Locale } from '../../text/define-text.ts';

/** One part of the Home: its blocks, none when there is nothing to tell. */
export type DrawHomeSection = (facts: HomeFacts, locale: Locale) => readonly KnownBlock[];
