/**
 * The `fetch` of Slack's clients. What answers a call in no words of Slack's (a proxy's page, a line of text) is a fault of
 * the way there: a client would take it for the name of a refusal.
 *
 * @param patienceMs how long Slack may take
 */
export function slackFetch(patienceMs: number): typeof fetch {
  return async (address, call) => {
    const response = await fetch(address, { ...call, signal: AbortSignal.timeout(patienceMs) });
    if (response.status !== 200 || !isCall(String(address))) return response;
    const text = await response.text();
    if (!isAnswer(text)) throw Object.assign(new Error('An answer that cannot be read'), { code: 'EBADMSG' });
    return new Response(text, { status: 200, headers: response.headers });
  };
}

/** Files go to addresses of another kind. */
function isCall(address: string): boolean {
  return /\/api\/[\w.]+$/.test(new URL(address).pathname);
}

function isAnswer(text: string): boolean {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean';
  } catch {
    return false;
  }
}
