import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { fontFamily, zoom } from './look.ts';

/** SVG as PNG, with the fonts that come along and no others: the same on every machine. */
export function toPng(svg: string): Uint8Array {
  const drawn = new Resvg(svg, {
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: fontFamily },
    fitTo: { mode: 'zoom', value: zoom },
  });
  return drawn.render().asPng();
}

// Each by its whole name: what packs a production install looks for it.
const fontFiles = [
  import.meta.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
].map((url) => fileURLToPath(url));
