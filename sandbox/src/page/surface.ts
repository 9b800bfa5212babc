import type { ElementValue, OptionsQuery } from '../page-api.ts';
import type { FormState } from './form-state.ts';
import type { Names } from './names.ts';
import type { Json } from './read.ts';

/** Where blocks are drawn, a message or a view, and what their elements can do there. */
export interface Surface {
  readonly on: OptionsQuery['on'];
  readonly names: Names;
  /** The level that a header has in the outline of the page. */
  readonly heading: 'h2' | 'h3';
  readonly state: FormState;
  /** Tells the app. The promise is kept once the app has answered; failures were shown to the person by then. */
  readonly press: (blockId: string, actionId: string, value?: ElementValue) => Promise<void>;
  /** The answer to what was typed: `{options}` or `{option_groups}`. */
  readonly suggest: (blockId: string, actionId: string, typed: string) => Promise<Json>;
  readonly upload: (file: File) => Promise<string>;
  /** The channel that one is in, for selects that start with it. */
  readonly currentChannel: () => string | null;
  readonly fileAddress: (fileId: string) => string | null;
}

/** Where one element stands: what names it, what describes it, and whether the app hears of every change. */
export interface Spot {
  readonly surface: Surface;
  readonly blockId: string;
  readonly controlId: string;
  /** The id of the words that name it, else the words themselves. */
  readonly labelledBy: string | null;
  readonly label: string;
  readonly describedBy: string | null;
  readonly dispatches: boolean;
  readonly required: boolean;
}
