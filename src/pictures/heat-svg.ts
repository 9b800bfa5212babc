import { formatPercent } from '../text/number.ts';
import { colours, margin, width } from './look.ts';
import type { HeatPicture } from './picture.ts';
import { card, element, footHeight, headHeight, text, widthOf } from './svg.ts';

/** Cohorts below each other, ages beside each other: the darker, the more. */
export function heatSvg(picture: HeatPicture): string {
  const { columns, rows, notes, locale } = picture;
  const labels = Math.max(...rows.map(({ label, size }) => widthOf(label, 14, true) + widthOf(size, 13) + 26), 60);
  const left = margin + labels;
  const cell = (width - margin - left) / Math.max(1, columns.length);
  const top = headHeight + 24;
  const height = top + rows.length * rowHeight + 8 + footHeight(notes);
  const drawn = rows.flatMap(({ label, size, cells }, row) => {
    const y = top + row * rowHeight;
    return [
      text(margin, y + 20, label, { size: 14, bold: true }),
      text(left - 12, y + 20, size, { size: 13, colour: colours.soft, anchor: 'end' }),
      ...cells.map(({ share, running }, column) => {
        const x = left + column * cell;
        if (share === null) return '';
        const words = formatPercent(locale, share, 0);
        const look = heatOf(share);
        const box = { x: x + 1.5, y: y + 1.5, width: cell - 3, height: rowHeight - 3, rx: 4, fill: look.fill };
        return [
          element('rect', running ? { ...box, stroke: colours.soft, 'stroke-dasharray': '3 3' } : box),
          ...(cell < 30 ? [] : [text(x + cell / 2, y + 20, words, { size: 13, colour: look.ink, anchor: 'middle' })]),
        ].join('');
      }),
    ];
  });
  return card(
    picture,
    height,
    ...columns.map((column, i) =>
      text(left + (i + 0.5) * cell, top - 8, column, { size: 13, colour: colours.soft, anchor: 'middle' }),
    ),
    ...drawn,
  );
}

const rowHeight = 30;

/** Five steps from light to dark; the words on each reach 4.5:1. */
export const heatSteps = [
  { from: 0, fill: '#e6f1ef', ink: colours.ink },
  { from: 0.2, fill: '#bfdeda', ink: colours.ink },
  { from: 0.4, fill: '#8cc4bd', ink: colours.ink },
  { from: 0.6, fill: '#1a756b', ink: '#ffffff' },
  { from: 0.8, fill: '#064e48', ink: '#ffffff' },
] as const;

function heatOf(share: number): (typeof heatSteps)[number] {
  return heatSteps.findLast(({ from }) => share >= from) ?? heatSteps[0];
}
