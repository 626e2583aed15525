import { writeSync } from 'node:fs';
import { ask, deskOver } from '#test/office.ts';
import { change } from './reports.ts';

/** Somebody who writes the given words into a report in a process of their own, with a file half read, until killed. */
const [folder = '', recoveryCode = '', report = '', words = ''] = process.argv.slice(2);
const { host } = deskOver(folder);
await ask(host, 'store.unlock', { recoveryCode });
const { id } = await ask(host, 'imports.begin', { kind: 'visits', file: 'half-read.csv', create: true });
const row = `Ref,Suite,2024-05-14,completed,${words}-staged\n`;
await ask(host, 'imports.chunk', { id, text: `reference,suite,date,outcome,comments\n${row}${row}` });
await ask(host, 'visits.save', { id: report, patch: change('briefing', undefined, `${words}-typed`) });
writeSync(1, 'saved\n');
setInterval(() => undefined, 1_000);
