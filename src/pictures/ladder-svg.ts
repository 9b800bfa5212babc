import { formatNumber } from '../text/number.ts';
import { colours, margin, rungColours, width } from './look.ts';
import type { LadderPicture, LadderRung } from './picture.ts';
import { card, element, footHeight, headHeight, text, widthOf } from './svg.ts';

/** The ladder: rungs between two rails with arrows of who climbed and who came down; beside each its name and count. */
export function ladderSvg(picture: LadderPicture): string {
  const { rungs, notes } = picture;
  const top = headHeight + 26;
  const bottom = top + (rungs.length - 1) * step;
  const height = bottom + 34 + footHeight(notes);
  const columns = columnsOf(picture);
  return card(
    picture,
    height,
    rail(railLeft, top, bottom),
    rail(railRight, top, bottom),
    ...rungs.map((rung, i) => drawRung(picture, columns, rung, top + i * step, i)),
    ...rungs.slice(0, -1).map((rung, i) => drawMoves(picture, rung, top + i * step + step / 2)),
  );
}

const step = 66;
const railLeft = margin + 14;
const railRight = margin + 156;
const nameX = railRight + 28;

interface Columns {
  readonly countX: number;
  readonly barX: number;
  readonly barRoom: number;
  readonly most: number;
}

/** Long names and large counts push the bars to the right. */
function columnsOf({ rungs, locale }: LadderPicture): Columns {
  const names = rungs.map(({ name }) => widthOf(name, 17, true));
  const counts = rungs.map(({ count }) => widthOf(formatNumber(locale, count), 19, true));
  const countX = Math.max(480, nameX + Math.max(0, ...names) + 14 + Math.max(0, ...counts));
  const barX = countX + 16;
  return { countX, barX, barRoom: width - margin - barX, most: Math.max(1, ...rungs.map(({ count }) => count)) };
}

function rail(x: number, top: number, bottom: number): string {
  return element('line', {
    x1: x,
    x2: x,
    y1: top - 22,
    y2: bottom + 22,
    stroke: colours.soft,
    'stroke-width': 7,
    'stroke-linecap': 'round',
  });
}

function drawRung(
  { locale }: LadderPicture,
  { countX, barX, barRoom, most }: Columns,
  { name, count, fresh }: LadderRung,
  y: number,
  i: number,
): string {
  const colour = rungColours[Math.min(i, rungColours.length - 1)] ?? colours.up;
  const length = count === 0 ? 0 : Math.max(6, (barRoom * count) / most);
  return [
    element('rect', { x: railLeft - 12, y: y - 6, width: railRight - railLeft + 24, height: 12, rx: 6, fill: colour }),
    text(nameX, y + 6, name, { size: 17, bold: true }),
    text(countX, y + 6, formatNumber(locale, count), { size: 19, bold: true, anchor: 'end' }),
    element('rect', { x: barX, y: y - 9, width: barRoom, height: 18, rx: 5, fill: colours.grid }),
    ...(length > 0 ? [element('rect', { x: barX, y: y - 9, width: length, height: 18, rx: 5, fill: colour })] : []),
    ...(fresh === null ? [] : [text(barX, y + 27, fresh, { size: 13, colour: colours.soft })]),
  ].join('');
}

/** What came past the space between two rungs: up, then down, below each other where they do not fit beside. */
function drawMoves({ locale }: LadderPicture, { upFromBelow, downToBelow }: LadderRung, y: number): string {
  const moves = [
    { count: upFromBelow, isUp: true },
    { count: downToBelow, isUp: false },
  ]
    .filter(({ count }) => count > 0)
    .map((move) => ({ ...move, room: 19 + widthOf(formatNumber(locale, move.count), 16, true) }));
  const whole = moves.reduce((sum, { room }) => sum + room, 0) + (moves.length - 1) * between;
  const isBeside = whole <= railRight - railLeft - 16;
  const widest = Math.max(0, ...moves.map(({ room }) => room));
  const middle = (railLeft + railRight) / 2;
  let x = middle - (isBeside ? whole : widest) / 2;
  return moves
    .map(({ count, isUp, room }, i) => {
      const at = isBeside ? y : y + (i - (moves.length - 1) / 2) * 21;
      const colour = isUp ? colours.up : colours.down;
      const words = text(x + 19, at + 6, formatNumber(locale, count), { size: 16, bold: true, colour });
      const drawn = `${arrow(x, at, isUp, colour)}${words}`;
      if (isBeside) x += room + between;
      return drawn;
    })
    .join('');
}

const between = 14;

function arrow(x: number, y: number, isUp: boolean, colour: string): string {
  const [head, tail] = isUp ? [y - 9, y + 9] : [y + 9, y - 9];
  const wing = isUp ? head + 7 : head - 7;
  return element('path', {
    d: `M${x + 7} ${tail}V${head}M${x + 1} ${wing}L${x + 7} ${head}L${x + 13} ${wing}`,
    fill: 'none',
    stroke: colour,
    'stroke-width': 2.6,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
}
