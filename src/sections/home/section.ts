import type { KnownBlock } from '@slack/types';
import type { GatherRequest } from '../../context.ts';
import type { HomeFacts } from '../../facts/home.ts';
import type { HomeView } from '../../loyalty/home-view.ts';
import type { Role } from '../../loyalty/settings.ts';
import type { Locale } from '../../text/define-text.ts';

/** A section of the Home: what it is called, how its facts are read, and how they look. */
export interface HomeSection {
  readonly name: string;
  /** The view that it belongs to; left out: to both. */
  readonly of?: HomeView;
  gather(request: HomeRequest): Promise<HomeFacts>;
  /** Its blocks, none when there is nothing to tell. */
  draw(facts: HomeFacts, locale: Locale): readonly KnownBlock[];
}

/** Of one member, who alone sees it: customers have their full names there. */
export interface HomeRequest extends GatherRequest {
  readonly memberId: string;
  readonly role: Role;
  readonly view: HomeView;
}
