import { createRequire } from 'node:module';
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

const { resolve } = createRequire(import.meta.url);
const fontFiles = ['400Regular/Inter_400Regular', '600SemiBold/Inter_600SemiBold'].map((name) =>
  resolve(`@expo-google-fonts/inter/${name}.ttf`),
);
