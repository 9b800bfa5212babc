/** A share drawn in text: "▰▰▰▱▱▱▱▱▱▱". What is there at all shows at least one full piece. */
export function bar(share: number, length = 10): string {
  const held = Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0));
  const full = held > 0 ? Math.max(1, Math.round(held * length)) : 0;
  return '▰'.repeat(full) + '▱'.repeat(length - full);
}
