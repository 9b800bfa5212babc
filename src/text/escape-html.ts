const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Words of anybody's, to stand in HTML or in an attribute between double quotes. */
export function escapeHtml(words: string): string {
  return words.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}
