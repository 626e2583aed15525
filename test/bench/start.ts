import { readKeys } from '#db/folder.ts';
import { openWithPassphrase } from '#db/keys.ts';
import { openDesk } from '#desk/app.ts';
import { sources, version } from '#desk/machine.ts';
import { type Measurement, measurement, median, millisecondsOf } from './measure.ts';
import { type BenchStore, call, directoryOf, must, passphrase } from './store.ts';

/** From nothing open to a list on the screen, without deriving the passphrase. */
const millisecondsToList = async ({ folder, recoveryCode }: BenchStore): Promise<number> => {
  const desk = openDesk({ folder, version, sources });
  const milliseconds = await millisecondsOf(async () => {
    await call(desk, 'store.unlock', { recoveryCode });
    await call(desk, 'session.get', {});
    await call(desk, 'visits.list', {});
  });
  await desk.close();
  return milliseconds;
};

const millisecondsOfPassphrase = (store: BenchStore): Promise<number> =>
  millisecondsOf(async () =>
    must(await openWithPassphrase(must(readKeys(directoryOf(store.folder))), passphrase)),
  );

/** A full store beside an empty one; and what the passphrase takes, which is meant to take long, by itself. */
export const start = async (full: BenchStore, empty: BenchStore, rounds: number): Promise<Measurement[]> => {
  const [ours, bare, derived]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    ours.push(await millisecondsToList(full));
    bare.push(await millisecondsToList(empty));
    derived.push(await millisecondsOfPassphrase(empty));
  }
  const passphrase = median(derived);
  return [
    measurement('start to list, against an empty store', median(ours), median(bare)),
    measurement(
      'start to list, against an empty store: with passphrase',
      median(ours) + passphrase,
      median(bare) + passphrase,
    ),
  ];
};
