import type { IncomingMessage, ServerResponse } from 'node:http';
import { addressOf, readBody, sendText } from '../http.ts';
import type { Sandbox } from '../sandbox.ts';
import { app } from '../state/first-day.ts';
import { issueCode } from '../workspace/oauth-codes.ts';

interface Wish {
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  /** Whether the app named the address itself; then it has to name it again when it redeems the code. */
  readonly named: boolean;
  readonly state: string;
}

/** The page on which a person allows the app into a workspace; posting it goes back to the app with a code. */
export async function answerOAuth(sandbox: Sandbox, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = addressOf(request);
  const wish = readWish(sandbox, url.searchParams);
  if (typeof wish === 'string') return sendText(response, 400, refusalPage(wish), 'text/html');
  response.setHeader('x-frame-options', 'DENY');
  if (request.method !== 'POST') return sendText(response, 200, allowPage(sandbox, url.search, wish), 'text/html');
  const form = new URLSearchParams((await readBody(request)).toString('utf8'));
  const back = new URL(wish.redirectUri);
  if (wish.state) back.searchParams.set('state', wish.state);
  const [workspace = '', user = ''] = (form.get('who') ?? '').split(':');
  const allowed = sandbox.world.workspace(workspace)?.users.find((one) => one.id === user);
  if (form.get('allow') !== 'yes' || !allowed) back.searchParams.set('error', 'access_denied');
  else {
    const redirectUri = wish.named ? wish.redirectUri : null;
    back.searchParams.set('code', issueCode(sandbox, { workspace, user, scopes: wish.scopes, redirectUri }));
  }
  response.writeHead(302, { location: back.href }).end();
}

/** The wish that stands in the address, or Slack's word for what is wrong with it. */
function readWish(sandbox: Sandbox, query: URLSearchParams): Wish | string {
  if (query.get('client_id') !== app.clientId) return 'invalid_client_id';
  const scopes = (query.get('scope') ?? '').split(/[ ,]/).filter((scope) => scope !== '');
  const { scopes: declared, redirect_urls: known } = sandbox.manifest.oauth_config;
  if (scopes.length === 0 || query.get('user_scope')) return 'invalid_scope';
  if (scopes.some((scope) => !declared.bot.includes(scope))) return 'invalid_scope';
  const given = query.get('redirect_uri');
  const redirectUri = given ?? known[0] ?? '';
  if (!URL.canParse(redirectUri)) return 'bad_redirect_uri';
  const { protocol, hostname } = new URL(redirectUri);
  const isHere = protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  const isKnown = known.some((one) => redirectUri.startsWith(one));
  if (!isHere && !isKnown) return 'bad_redirect_uri';
  return { scopes, redirectUri, named: given !== null, state: query.get('state') ?? '' };
}

function allowPage(sandbox: Sandbox, search: string, wish: Wish): string {
  const name = escapeHtml(sandbox.manifest.display_information.name);
  const people = sandbox.world.workspaces().map((day) => {
    const options = day.users.map(
      (user) => `<option value="${day.id}:${user.id}">${escapeHtml(user.realName)}</option>`,
    );
    return `<optgroup label="${escapeHtml(day.name)}">${options.join('')}</optgroup>`;
  });
  return document(
    `Allow ${name}?`,
    `<p>${name} wants to do this in a sandbox workspace:</p>
<ul>${wish.scopes.map((scope) => `<li><code>${escapeHtml(scope)}</code></li>`).join('')}</ul>
<form method="post" action="/oauth/v2/authorize${escapeHtml(search)}">
<p><label>Workspace and person <select name="who">${people.join('')}</select></label></p>
<button name="allow" value="yes">Allow</button> <button name="allow" value="no">Cancel</button></form>`,
  );
}

function refusalPage(error: string): string {
  return document('This does not work', `<p>The request was refused: <code>${escapeHtml(error)}</code></p>`);
}

function document(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
<body><p><strong>This is a sandbox, not Slack.</strong></p><main><h1>${title}</h1>${body}</main></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
