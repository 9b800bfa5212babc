import { UserError } from '../errors.ts';
import type { Asking } from './command.ts';

/** @throws UserError for those who are neither admin nor customer ambassador */
export function mayManage({ role }: Pick<Asking, 'role'>): void {
  if (role === 'member') throw new UserError('not-allowed', (locale) => notAllowed[locale]);
}

const notAllowed = {
  en: 'This needs an admin or a customer ambassador of Loyalty Ladder. `/loyalty settings` names them.',
  da: 'Det kræver, at du er administrator eller kundeambassadør i Loyalty Ladder. `/loyalty indstillinger` viser, hvem det er.',
  nb: 'Dette krever at du er administrator eller kundeambassadør i Loyalty Ladder. `/loyalty innstillinger` viser hvem det er.',
};
