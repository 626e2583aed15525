import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { productRoot } from '#desk/machine.ts';

const run = promisify(execFile);

/** How fast anything is depends on the machine; that everything is still measured does not. */
test('the measurements run, print their table and write bench.json', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'icv-bench-test-'));
  try {
    const bench = join(productRoot, 'test', 'bench', 'run.ts');
    // Two dozen processes load the same modules: the first keeps for the others what was compiled.
    const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') };
    const { stdout } = await run(process.execPath, [bench, '--quick'], { cwd: folder, env });
    const measured = JSON.parse(readFileSync(join(folder, 'bench.json'), 'utf8')) as Record<
      string,
      unknown
    >[];
    for (const one of measured) {
      expect(Object.keys(one)).toEqual(['name', 'ours', 'peer', 'unit', 'ratio']);
      expect(stdout).toContain(one.name);
      // Of connections given up there may be none.
      const least = String(one.name).includes('given up') ? 0 : Number.MIN_VALUE;
      for (const figure of [one.ours, one.peer, one.ratio]) expect(figure).toBeGreaterThanOrEqual(least);
    }
    const names = measured.map(({ name }) => String(name));
    for (const work of ['list', 'search', 'return', 'save', 'start', 'import', 'sync', 'bytes', 'storm'])
      expect(names.some((name) => name.startsWith(work))).toBe(true);
    expect(new Set(names).size).toBe(names.length);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
