import { sql } from '#db/sql.ts';
import type { virtualClock } from './clock.ts';
import type { SimulatedOffice } from './office.ts';

/** More rounds than this without coming to rest are called stuck. */
export const mostRounds = 12;
/** No sync takes longer, in milliseconds: six hours. */
const longest = 6 * 3_600_000;

/** All sync one after the other until a whole round moves nothing; how many rounds that took. */
export const comeToRest = async (
  office: SimulatedOffice,
  clock: ReturnType<typeof virtualClock>,
  say: (text: string) => void,
): Promise<number> => {
  let before = '';
  for (let round = 1; round <= mostRounds; round += 1) {
    // Whoever was revoked comes once more: what they had not sent is left with the office.
    for (const one of office.members) {
      if (round > 1 && !office.present().includes(one)) continue;
      const syncing = one.sync({ removal: true, check: true });
      const ended = await clock.until(syncing, longest);
      const how = ended ? await syncing : undefined;
      if (how?.kind === 'revoked') office.isGone(one);
      if (how?.kind === 'done') office.isThere(one);
      if (how?.kind !== 'done')
        say(`at rest, ${one.laptop.name}: ${JSON.stringify(how ?? 'stalled').slice(0, 200)}`);
    }
    const after = await standing(office);
    if (after === before) return round;
    before = after;
  }
  return mostRounds + 1;
};

/** Where everything stands, as one text: the same twice means that nothing moves any more. */
const standing = async (office: SimulatedOffice): Promise<string> => {
  const head = await office.hub.store().read((read) => read.head());
  const laptops = office.members
    .filter(({ laptop }) => laptop.isOn())
    .map(({ laptop }) => [
      laptop.name,
      laptop
        .store()
        .all(sql.selectFrom('outgoing').select(['change_id', 'number', 'answer']).orderBy('change_id')),
    ]);
  return JSON.stringify([head, laptops]);
};
