/** A business error in Slack's words: HTTP 200 with ok: false. */
export class Refusal extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, details: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** The refusal of blocks or of a view, with what was wrong where, as Slack words it. */
export function invalid(code: 'invalid_blocks' | 'invalid_arguments', faults: readonly string[]): Refusal {
  return new Refusal(code, {
    errors: faults,
    response_metadata: { messages: faults.map((fault) => `[ERROR] ${fault}`) },
  });
}
