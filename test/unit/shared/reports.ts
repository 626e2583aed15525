import { visitForm } from '#shared/forms/default/index.ts';
import type { Question } from '#shared/forms/definition.ts';
import type { Detainee } from '#shared/records/detainee.ts';
import type { Visit } from '#shared/records/visit.ts';

export const id = (n: number) => `0190a5c2-7b1e-7c3a-9d4f-${String(n).padStart(12, '0')}`;
export const form = visitForm(id(1));
export const settings = { delayThreshold: 10, asksSatisfactory: false };
export const today = '2026-11-20';

/** A report in which nothing has been answered. */
export const blank: Visit = {
  id: id(2),
  form: { id: form.id, version: 1 },
  events: [],
  corrections: [],
  counts: {},
  answers: {},
};

/** A report of a visit with nobody in custody whom the visitors dealt with, and nothing to point out. */
export const whole: Visit = {
  ...blank,
  suite: id(3),
  date: '2026-11-19',
  outcome: 'completed',
  method: 'in-person',
  visitor1: id(4),
  visitor2: id(5),
  arrived: '10:00',
  admitted: '10:04',
  left: '11:00',
  counts: { total: { held: 8, notAvailable: 2, notOffered: 1, offered: 5, accepted: 4, declined: 1 } },
  groups: { facilities: 'no concerns' },
};

/** A detainee who talked, with every group closed. */
export const spoken = (n: number, more: Partial<Detainee> = {}): Detainee => ({
  id: id(100 + n),
  order: id(100 + n),
  custodyNumber: `W/000${n}/26`,
  seen: { state: 'accepted' },
  ageGroup: 'adult',
  sex: 'male',
  vulnerable: false,
  groups: {
    rights: 'no concerns',
    health: 'no concerns',
    care: 'no concerns',
    process: 'no concerns',
    cell: 'no concerns',
  },
  answers: { rightsUnderstood: { value: true } },
  ...more,
});

/** A report of a visit to these people, who were all there were. */
export const visitTo = (detainees: Detainee[], more: Partial<Visit> = {}): Visit => ({
  ...whole,
  counts: { total: { held: detainees.length } },
  detainees,
  ...more,
});

export const question = (name: string): Question =>
  form.sections.flatMap((s) => s.questions).find((q) => q.id === name) as Question;
