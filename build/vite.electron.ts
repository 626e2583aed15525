import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** What stays outside the bundles: Electron itself, Node's own modules and the database, which is machine code. */
const external = ['electron', 'better-sqlite3', /^node:/, ...builtinModules];

/** One bundle in `out/electron`. Names are fixed, because main finds its preload script and its workers beside it. */
const bundle = (name: string, source: string, format: 'es' | 'cjs'): EnvironmentOptions => ({
  consumer: 'server',
  resolve: { noExternal: true, external: ['electron', 'better-sqlite3'] },
  build: {
    ssr: true,
    outDir: at('out/electron'),
    // Three bundles share the folder, and each only replaces its own file.
    emptyOutDir: false,
    copyPublicDir: false,
    target: 'node24',
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input: { [name]: at(source) },
      external,
      output: {
        format,
        entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
        codeSplitting: false,
      },
    },
  },
});

/** The desk starts its threads from `./worker.ts` and `./mail-reader.ts`; in the bundle these lie beside main as `.js`. */
const workerBesideMain: Plugin = {
  name: 'worker-beside-main',
  transform: (code) =>
    code.replaceAll(/(?<=new URL\(['"]\.\/(?:worker|mail-reader))\.ts(?=['"], import\.meta\.url\))/g, '.js'),
};

/**
 * Bundles the desktop shell with the desk inside it: the main process and the worker as modules, the preload script as
 * CommonJS, since a sandboxed page's preload cannot be a module. `vite build` makes all three.
 */
export default defineConfig({
  root: at('.'),
  publicDir: false,
  plugins: [workerBesideMain],
  environments: {
    main: bundle('main', 'electron/main.ts', 'es'),
    preload: bundle('preload', 'electron/preload.ts', 'cjs'),
    worker: bundle('worker', 'desk/worker.ts', 'es'),
    reader: bundle('mail-reader', 'desk/cases/mail/mail-reader.ts', 'es'),
  },
  builder: {
    buildApp: async (builder) => {
      for (const name of ['main', 'preload', 'worker', 'reader'])
        await builder.build(builder.environments[name]!);
    },
  },
});
