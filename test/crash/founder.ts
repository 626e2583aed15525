import { ask, deskOver, passphrase } from '#test/office.ts';
import { tellLine } from './tell.ts';

/** Sets a store up in a process of its own, until it is killed. */
const [folder = ''] = process.argv.slice(2);
const { host } = deskOver(folder);
tellLine('begins');
await ask(host, 'store.create', {
  name: 'office',
  person: 'Alexandra Office',
  body: 'Office of a policing body',
  passphrase,
  start: 'example',
});
tellLine('made');
setInterval(() => undefined, 1_000);
