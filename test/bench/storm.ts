import { join } from 'node:path';
import { type Measurement, measurement, median } from './measure.ts';
import { hubFlags, startProcess } from './sync/processes.ts';
import type { StormDevice } from './sync/scheme.ts';
import type { Weathered } from './sync/storm-process.ts';

/** What each laptop sends after the outage, and what there is for it to receive. */
const [changes, toReceive] = [20, 500];

type Drained = { seconds: number; each: Weathered[]; arrived: number; peak: number };

/** So many laptops at once against a new hub; fails where anything was lost. */
const drain = async (folder: string, devices: number, database: string | null): Promise<Drained> => {
  const hub = startProcess(new URL('./sync/hub-process.ts', import.meta.url), hubFlags);
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

const givenUp = (each: readonly Weathered[]): number => each.reduce((sum, { stalls }) => sum + stalls, 0);

/** Most megabytes that a hub may need in a storm. */
const memoryGoal = 300;

/** A thousand laptops after an outage: what arrived, how long it took, whether anybody starved, what the hub needed. */
export const storm = async (
  folder: string,
  devices: number,
  kind: 'SQLite' | 'PostgreSQL',
  database: string | null,
): Promise<Measurement[]> => {
  const { seconds, each, arrived, peak } = await drain(folder, devices, database);
  const took = each.map((laptop) => laptop.seconds);
  const about = (what: string) => `storm of ${devices.toLocaleString('en-GB')}, ${kind}: ${what}`;
  return [
    measurement(about('arrived, of those sent'), arrived, devices * changes, ''),
    measurement(about('slowest, against middle'), Math.max(...took), median(took), 's'),
    measurement(about('drained, against middle laptop'), seconds, median(took), 's'),
    measurement(about('connections given up, of laptops'), givenUp(each), devices, ''),
    measurement(about('hub’s memory, against the goal'), peak, memoryGoal, 'MB'),
  ];
};
