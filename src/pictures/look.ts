/** The colours of pictures. All of them stand on `card`, which a picture brings along, so that Slack's mode is no matter. */
export const colours = {
  card: '#ffffff',
  edge: '#d5dbd8',
  ink: '#1c2726',
  soft: '#55605d',
  grid: '#e7ebe9',
  up: '#0b6b62',
  down: '#b3401f',
  /** Lines, in the order in which they are given out. */
  lines: ['#0b6b62', '#b3401f', '#4a55b8', '#8a5a00'],
} as const;

/** The rungs, the top one first; each stands out from the card by 3:1. */
export const rungColours = ['#064e48', '#0b6b62', '#1e857a', '#3f9488', '#5f9c93'] as const;

/** Where the font files name themselves so. */
export const fontFamily = 'Inter';

/** Everything is laid out in this width and drawn larger. */
export const width = 680;
export const margin = 28;

/** How much larger a picture is drawn than it is laid out, for sharp screens. */
export const zoom = 2;
