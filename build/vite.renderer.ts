import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/**
 * Builds the interface for both hosts. Everything ends in files of its own: the content security policy allows no
 * inline script or style, and addresses are relative because the desktop and the browser host serve from different
 * places. Modules of ours are found through "imports" in package.json, as everywhere else.
 */
export default defineConfig({
  root: at('renderer'),
  base: './',
  publicDir: false,
  build: {
    outDir: at('out/renderer'),
    emptyOutDir: true,
    target: 'chrome120',
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  css: { preprocessorOptions: { scss: { loadPaths: [at('node_modules')] } } },
});
