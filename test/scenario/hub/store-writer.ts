/**
 * A process of the hub beside another one: accepts a few suites, each in a transaction that takes its time before it
 * commits. Its arguments: the folder, the database or nothing, the person, the device, how many, and how long.
 */
import { setTimeout } from 'node:timers/promises';
import { sources } from '#desk/machine.ts';
import { openHub } from '#hub/store/folder.ts';
import { passphrase } from '#test/office.ts';
import { newSuite } from './store-office.ts';

const [folder = '', database = '', person = '', device = '', count = '0', slow = '0'] = process.argv.slice(2);
const opened = await openHub(folder, { passphrase }, database || null, sources);
if (!opened.ok) throw new Error(opened.error.tag);
const author = { person, device, number: 0, last: new Map<string, string>() };
for (let i = 0; i < Number(count); i += 1)
  await opened.value.inOrder(async (s) => {
    await s.accept({ person, device }, [newSuite(author), newSuite(author)]);
    await setTimeout(Number(slow));
  });
await opened.value.close();
