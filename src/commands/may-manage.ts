import { UserError } from '../errors.ts';
import type { Asking } from './command.ts';

/** @throws UserError for those who are neither admin nor customer ambassador */
export function mayManage({ role }: Pick<Asking, 'role'>): void {
  if (role === 'member') throw new UserError('not-allowed', (locale) => notAllowed[locale]);
}

const notAllowed = {
  en: 'Only admins and customer ambassadors of Loyalty Ladder can do this. `/loyalty settings` shows who they are.',
  da: 'Du skal være administrator eller kundeambassadør i Loyalty Ladder for at gøre det. `/loyalty indstillinger` viser, hvem det er.',
  nb: 'Du må være administrator eller kundeambassadør i Loyalty Ladder for å gjøre dette. `/loyalty innstillinger` viser hvem det er.',
};
