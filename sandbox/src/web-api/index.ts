import { auth } from './auth.ts';
import { canvases } from './canvases.ts';
import { chat } from './chat.ts';
import { conversations } from './conversations.ts';
import { files } from './files.ts';
import { functions } from './functions.ts';
import { history } from './history.ts';
import type { Method } from './method.ts';
import { oauth } from './oauth.ts';
import { users } from './users.ts';
import { views } from './views.ts';

/** Every Web API method that the sandbox knows. */
export const methods: ReadonlyMap<string, Method> = new Map(
  [auth, canvases, chat, conversations, files, functions, history, oauth, users, views].flatMap((group) =>
    Object.entries(group),
  ),
);
