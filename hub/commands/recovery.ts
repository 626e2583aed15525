import { type Command, type Outcome, wrong } from '#commands/command.ts';
import type { Terminal } from '#commands/terminal.ts';
import { ok } from '#shared/result.ts';
import { laptopName } from '#shared/sync/laptop-name.ts';
import type { Office } from '../office/office.ts';
import { people } from '../office/people.ts';
import { closeRecovery } from '../office/purge.ts';
import { said, withHub } from './store.ts';

export const recovery: Command = {
  name: 'recovery',
  words: ['list|close'],
  summary: 'After a restore: list what is still to come, and close it once all laptops have synced',
  options: {},
  run(given, terminal) {
    const [what = ''] = given.words;
    const work = { list, close }[what];
    if (!work) return Promise.resolve(wrong(`"recovery" takes "list" or "close", not "${what}".`));
    return withHub(given, terminal, (office) => work(office, terminal));
  },
};

const awaitedOf = async (office: Office) => {
  const { devices, recovering } = await people(office);
  const awaited = devices
    .filter((device) => recovering && device.awaited)
    .map((device) => ({ id: device.id, person: device.personName, device: laptopName(device) }));
  return { recovering, awaited };
};

/** What is still to come, and what laptops say was purged without the hub's seal on it. */
const list = async (office: Office, terminal: Terminal): Promise<Outcome> => {
  const { recovering, awaited } = await awaitedOf(office);
  const saidPurged = await office.store.read((s) => s.saidPurged());
  if (terminal.json) await terminal.out(`${JSON.stringify({ recovering, awaited, saidPurged }, null, 2)}\n`);
  else
    await terminal.out(
      [
        recovering ? 'The hub takes back what it lost.' : 'No recovery is open.',
        ...awaited.map(({ person, device }) => `Still to come: ${person}: ${device}`),
        ...saidPurged.map(({ type, id, at }) => `Said to be purged at ${at}: ${type} ${id}`),
        '',
      ].join('\n'),
    );
  if (saidPurged.length > 0)
    terminal.note(
      'Nothing is destroyed, and nothing taken back, on the word of a laptop without the hub\'s seal: either the purge is older than such seals, or the laptop was tampered with. Purge with "hub purge" what is to go.',
    );
  return ok(0);
};

const close = async (office: Office, terminal: Terminal): Promise<Outcome> => {
  const { awaited } = await awaitedOf(office);
  const done = await closeRecovery(office, null);
  if (!done.ok) return said(done.error, 'recovery');
  await terminal.out(terminal.json ? `${JSON.stringify({ recovering: false })}\n` : 'Recovery is closed.\n');
  for (const { person, device } of awaited)
    terminal.note(`Not through with the recovery: ${person}: ${device}. What was written on it still comes.`);
  return ok(0);
};
