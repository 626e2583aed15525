import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const at = (path: string): string => createRequire(import.meta.url).resolve(path);

type Machine = { font: Uint8Array };
let machine: Promise<Machine> | undefined;

/** Made ready with the first picture: most documents have none. Arimo's letters are as wide as those drawings count on. */
const ready = async (): Promise<Machine> => {
  await initWasm(await readFile(at('@resvg/resvg-wasm/index_bg.wasm')));
  return { font: await readFile(at('@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf')) };
};

/** Twice as many dots as units, so that print is sharp. */
const zoom = 2;

/** The text of an SVG as a PNG, for what cannot draw the SVG itself. */
export const pngOf = async (svg: string): Promise<Uint8Array> => {
  machine ??= ready();
  const { font } = await machine;
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: { fontBuffers: [font], defaultFontFamily: 'Arimo' },
  });
  const picture = drawn.render();
  const png = picture.asPng();
  picture.free();
  drawn.free();
  return png;
};
