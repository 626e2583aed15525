import { concernsFollowed } from './concerns.ts';
import { detaineesEntered } from './detainees.ts';
import type { Measure } from './measure.ts';
import { custody, target } from './office.ts';
import { recordsChecked } from './record-checks.ts';
import { detaineesCounted, visitorsSaid, visitsMade, volunteerHours, waits } from './visits.ts';
import { volunteersServing } from './volunteers.ts';

/** The measures of the custody return, in the order in which they are printed. */
export const icvMeasures: readonly Measure[] = [
  ...visitsMade,
  target,
  ...detaineesCounted,
  ...waits,
  ...visitorsSaid,
  ...detaineesEntered,
  ...concernsFollowed,
  ...recordsChecked,
  ...volunteersServing,
  volunteerHours,
  ...custody,
];

export const measureById = new Map(icvMeasures.map((m) => [m.id, m]));
