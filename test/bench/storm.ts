import { join } from 'node:path';
import { type Measurement, measurement, share } from './measure.ts';
import { startProcess } from './sync/processes.ts';
import type { StormDevice } from './sync/scheme.ts';
import type { Weathered } from './sync/storm-process.ts';

/** What each laptop sends after the outage, and what there is for it to receive. */
const [changes, toReceive] = [20, 500];

type Drained = { seconds: number; each: Weathered[]; arrived: number; peak: number };

/** So many laptops at once against a new hub; fails where anything was lost. */
const storm = async (folder: string, devices: number, database: string | null): Promise<Drained> => {
  const hub = startProcess(new URL('./sync/hub-process.ts', import.meta.url));
  const laptops = startProcess(new URL('./sync/storm-process.ts', import.meta.url));
  try {
    const url = await hub.ask<string>('begin', { folder: join(folder, 'hub'), database });
    const { office, form } = await hub.ask<{ office: string; form: string }>('office');
    const wish = { devices, perPanel: Math.min(50, devices), toReceive };
    const made = await hub.ask<StormDevice[]>('scheme', wish);
    const began = performance.now();
    const each = await laptops.ask<Weathered[]>('weather', {
      hub: url,
      office,
      form,
      devices: made,
      changes,
    });
    const seconds = (performance.now() - began) / 1000;
    const arrived = await hub.ask<number>('visits');
    const whole = each.every(({ taken, received }) => taken === changes && received >= toReceive + changes);
    const wrong = await hub.ask<string[]>('check');
    if (!whole || arrived !== devices * changes || wrong.length > 0)
      throw new Error(
        `a storm lost something: ${arrived} of ${devices * changes} arrived. ${wrong.join(' ')}`,
      );
    const peak = await hub.ask<number>('peak');
    await hub.ask('close');
    return { seconds, each, arrived, peak };
  } finally {
    await laptops.end();
    await hub.end();
  }
};

/** Most megabytes that a hub may need in a storm. */
const memoryGoal = 300;

/** A thousand laptops after an outage: what arrived, how long it took, whether anybody starved, what the hub needed. */
export const storms = async (folder: string, devices: number, database: string): Promise<Measurement[]> => {
  const sqlite = await storm(join(folder, 'sqlite'), devices, null);
  const postgres = await storm(join(folder, 'postgres'), devices, database);
  const count = devices.toLocaleString('en-GB');
  const middle = ({ each }: Drained) =>
    share(
      each.map(({ seconds }) => seconds),
      0.5,
    );
  const slowest = ({ each }: Drained) => Math.max(...each.map(({ seconds }) => seconds));
  const of = (kind: string, drained: Drained): Measurement[] => [
    measurement(`storm of ${count}, ${kind}: arrived, of those sent`, drained.arrived, devices * changes, ''),
    measurement(
      `storm of ${count}, ${kind}: slowest, against middle`,
      slowest(drained),
      middle(drained),
      's',
    ),
    measurement(`storm of ${count}, ${kind}: hub’s memory, against the goal`, drained.peak, memoryGoal, 'MB'),
  ];
  return [
    ...of('SQLite', sqlite),
    ...of('PostgreSQL', postgres),
    measurement(
      `storm of ${count} drained: SQLite, against PostgreSQL`,
      sqlite.seconds,
      postgres.seconds,
      's',
    ),
  ];
};
