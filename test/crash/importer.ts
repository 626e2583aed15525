import { ask, deskOver } from '#test/office.ts';
import { tellLine } from './tell.ts';

/** Imports visits in a process of its own, telling each stage once it was answered, until it is killed. */
const [folder = '', recoveryCode = '', rows = '0', name = ''] = process.argv.slice(2);

const line = (n: number) =>
  `${name}-${n},Northgate,2024-05-${String(1 + (n % 28)).padStart(2, '0')},completed,${n % 9},comment${n}of${name}\n`;

const { host } = deskOver(folder);
await ask(host, 'store.unlock', { recoveryCode });
tellLine('unlocked');
const { id } = await ask(host, 'imports.begin', { kind: 'visits', file: `${name}.csv` });
tellLine('begun');
await ask(host, 'imports.chunk', { id, text: 'reference,suite,date,outcome,held,comments\n' });
for (let n = 0; n < Number(rows); n += 400) {
  const lines = Array.from({ length: Math.min(400, Number(rows) - n) }, (_, i) => line(n + i));
  await ask(host, 'imports.chunk', { id, text: lines.join('') });
  tellLine('chunk');
}
await ask(host, 'imports.finish', { id });
tellLine('finished');
// Somebody looks at what would change, and then decides.
await new Promise((go) => setTimeout(go, 100));
await ask(host, 'imports.accept', { id });
tellLine('accepted');
for (let left = 1; left > 0; ) {
  ({ left } = await ask(host, 'imports.step', { id }));
  tellLine('step');
}
tellLine('written');
// Held open: a kill after the end is a kill too.
setInterval(() => undefined, 1_000);
