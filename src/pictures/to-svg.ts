import { heatSvg } from './heat-svg.ts';
import { ladderSvg } from './ladder-svg.ts';
import type { Picture } from './picture.ts';
import { trendSvg } from './trend-svg.ts';

/** A picture as SVG, with its words as text in the font that is drawn with. */
export function toSvg(picture: Picture): string {
  switch (picture.kind) {
    case 'trend':
      return trendSvg(picture);
    case 'ladder':
      return ladderSvg(picture);
    case 'heat':
      return heatSvg(picture);
  }
}
