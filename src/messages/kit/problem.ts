import type { RichTextElement } from '@slack/types';
import { shortened } from '../../text/shorten.ts';
import { escapeMrkdwn, manyLines } from '../../text/typed.ts';
import { type Message, toMessage } from './message.ts';

/**
 * A refusal or a fault, said to one person. The words may quote what was typed: nothing in them is read as a mention, a
 * link or formatting, but what stands between backticks is set as code.
 */
export function drawProblem(words: string): Message {
  const said = shortened(manyLines(words), 2500);
  const elements = said
    .split(/(`[^`\n]+`)/)
    .filter((part) => part !== '')
    .map((part): RichTextElement => {
      const isCode = part.length > 2 && part.startsWith('`') && part.endsWith('`');
      return isCode ? { type: 'text', text: part.slice(1, -1), style: { code: true } } : { type: 'text', text: part };
    });
  const section = { type: 'rich_text_section', elements: elements.length > 0 ? elements : [blank] } as const;
  return toMessage(escapeMrkdwn(said.replaceAll('`', '')) || ' ', [{ type: 'rich_text', elements: [section] }]);
}

const blank: RichTextElement = { type: 'text', text: ' ' };
