import { z } from 'zod';
import type { Json } from '../json.ts';
import { Refusal } from '../refusal.ts';
import type { StoredUser } from '../state/model.ts';
import { scopesOf } from '../workspace/installation.ts';
import { type Call, flag, method, page, paging } from './method.ts';

export const users = {
  'users.info': method({
    scope: 'users:read',
    args: z.object({ user: z.string().min(1), include_locale: flag.optional() }),
    run: (call, args) => {
      const user = call.sandbox.world.user(call.day.id, args.user);
      if (!user) throw new Refusal('user_not_found');
      return { user: userPayload(call, user, args.include_locale) };
    },
  }),
  'users.list': method({
    scope: 'users:read',
    args: z.object({ ...paging, include_locale: flag.optional() }),
    run: (call, args) => {
      const bot = call.sandbox.world.user(call.day.id, call.day.botUserId);
      const { items, nextCursor } = page([...call.day.users, ...(bot ? [bot] : [])], args, 1000);
      return {
        members: items.map((user) => userPayload(call, user, args.include_locale)),
        cache_ts: Math.floor(call.sandbox.clock.now() / 1000),
        response_metadata: { next_cursor: nextCursor },
      };
    },
  }),
};

function userPayload(call: Call, user: StoredUser, withLocale = false): Json {
  const withEmail = scopesOf(call.sandbox, call.day.id).includes('users:read.email') && user.email !== '';
  const [first = '', ...rest] = user.realName.split(' ');
  const conditions = call.sandbox.conditions.of(call.day.id);
  const hasNone = conditions.withoutLocale.includes(user.id);
  const team = user.team ?? call.day.id;
  const isStranger = user.team !== undefined;
  return {
    id: user.id,
    team_id: team,
    name: user.name,
    deleted: conditions.deactivated.includes(user.id),
    color: '4bbe2e',
    real_name: user.realName,
    tz: user.timeZone,
    tz_label: user.timeZone,
    tz_offset: offsetSeconds(user.timeZone, call.sandbox.clock.now()),
    profile: {
      real_name: user.realName,
      real_name_normalized: user.realName,
      display_name: user.name,
      display_name_normalized: user.name,
      first_name: first,
      last_name: rest.join(' '),
      ...(withEmail && { email: user.email }),
      ...(user.isBot && { bot_id: call.day.botId, api_app_id: '' }),
      team,
    },
    is_admin: user.isAdmin,
    is_owner: user.isAdmin,
    is_primary_owner: user.isAdmin,
    is_restricted: user.isGuest,
    is_ultra_restricted: false,
    is_bot: user.isBot,
    is_app_user: false,
    updated: 0,
    is_email_confirmed: true,
    ...(isStranger ? { is_stranger: false } : withLocale && !hasNone && { locale: user.locale }),
  };
}

function offsetSeconds(timeZone: string, now: number): number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(now).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const found = /GMT([+-])(\d\d):(\d\d)/.exec(name);
  return found ? (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 3600 + Number(found[3]) * 60) : 0;
}
