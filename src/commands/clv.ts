import { UserError } from '../errors.ts';
import { readAverageClv, readCustomerValue } from '../flows/figures/read-clv.ts';
import { customerValueReply } from '../messages/customers/customer-value.ts';
import { clvReply } from '../messages/figures/clv-reply.ts';
import { type Asking, type Command, reply } from './command.ts';
import { answerFigure, figureCommand } from './figure.ts';
import { askedFigure, type FigureQuestion } from './figure-question.ts';
import { oneCustomer } from './one-customer.ts';

/** Alone: what customers are worth on average, asked about as any figure. With a name: what that customer is worth. */
export const clv = {
  ...figureCommand('clv'),
  replies: { clv: clvReply, 'customer-value': customerValueReply },
  takesNames: true,
  async run(asking, words) {
    const { asOf } = asking;
    const question = await askedOrNot(asking, words);
    if (question?.kind === 'value' && !question.part) {
      return reply({ kind: 'clv', ...(await readAverageClv(asking, question.window)) });
    }
    if (question) return answerFigure(asking, 'clv', question);
    const found = await oneCustomer(asking, words.join(' '));
    if ('choice' in found) return found.choice;
    const value = await readCustomerValue(asking, found.customer, asOf);
    return reply({ kind: 'customer-value', value }, false);
  },
} satisfies Command;

/** What is asked about the figure; null: the words say no window, so they are a name. */
async function askedOrNot(asking: Asking, words: readonly string[]): Promise<FigureQuestion | null> {
  try {
    return await askedFigure(
      asking,
      'clv',
      words.map((word) => word.toLowerCase()),
    );
  } catch (thrown) {
    if (thrown instanceof UserError && thrown.code === 'bad-window') return null;
    throw thrown;
  }
}
