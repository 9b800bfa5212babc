/** An address without what mail programs put around it: `Anna Holm <anna@holm.dk>`, `<anna@holm.dk>`, `mailto:anna@holm.dk`. */
export function bareAddress(text: string): string {
  return dressed.exec(text)?.[1] ?? text;
}

const dressed = /^(?:[^<>@]*<(?:mailto:)?|mailto:)([^<>\s]+)>?$/i;
