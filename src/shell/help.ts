import type { Reply } from '../facts/reply.ts';
import { verifyHelp } from '../messages/verification.ts';
import type { Locale } from '../text/define-text.ts';

/** Below the list of words that Slack and the shell share: what is different in a terminal. */
export function withShellHelp(text: string, reply: Reply, locale: Locale): string {
  return reply.kind === 'help' ? `${text}\n${shellHelp(locale)}` : text;
}

const shellHelp = (locale: Locale): string => `IN A TERMINAL

npm run -s loyalty -- WORDS [OPTIONS], for example: npm run -s loyalty -- nps 90 --as-of 2026-01-31 --json

import customers|orders|feedback|recommendations|spend|rates|campaign FILE
                                        --columns ,customer,date,,amount  --locale da|nb|en  --currency DKK
                                        --delimiter ";"  --encoding windows-1252  --skip LINES  --kind nps|csat|cli|review|remark
                                        --scale 1-10  --satisfied-from 9  --rates inverse|per-100|as-written
                                        --follow-up recent|all|none  --known-customers-only
                                        --same-number lines|correct|refuse  --shop NAME  --others
import undo                             lists imports; import --undo 12 takes one back
feedback add                            --customer NUMBER  --kind nps  --score 3  --comment TEXT  --source TEXT
                                        --public  --negative  --new-customer
correct order 1001                      --amount 120,00  --date 2026-03-01  --status completed|cancelled  --shop NAME
correct answer 17                       --score 8  --comment TEXT
delete order|answer|customer NUMBER     --yes  --shop NAME
customers                               --csv FILE
digest now                              --channel C012AB3CD
settings                                --alerts-per-hour 10
target nps 45 30 June                   --locale en|da|nb (how its number is written)
verify                                  --repair  --yes  (${verifyHelp(locale)})
everywhere                              --json  --language en|da|nb  --workspace NAME
figures, ladder, overview               --window DAYS|2026-03|2026-Q1|2026|"last month"  --as-of 2026-01-31
before the first customer               --currency DKK  --time-zone Europe/Oslo

Exit codes: 0 done; 1 not or not wholly (refused rows or differences too); 2 wrongly called.
`;
