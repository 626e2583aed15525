import type { Form, Subject } from '#shared/forms/definition.ts';
import { shownSections } from '#shared/forms/engine.ts';
import {
  type FormSettings,
  type ItemSubject,
  itemScope,
  lists,
  type Scope,
  visitScope,
} from '#shared/forms/scope.ts';
import type { Detainee } from '#shared/records/detainee.ts';
import type { Visit } from '#shared/records/visit.ts';

/** An invented report, and whom or what of it a section is asked about. */
export type Sample = { text: string; visit: Visit };

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const itemId = id(1);

const report = (some: Partial<Visit> = {}, detainee: Partial<Detainee> = {}): Visit => ({
  id: id(2),
  form: { id: id(3), version: 1 },
  events: [],
  corrections: [],
  counts: {},
  answers: {},
  outcome: 'completed',
  method: 'in-person',
  purpose: 'routine',
  arrived: '10:00',
  admitted: '10:05',
  detainees: [{ id: itemId, order: itemId, ...detainee }],
  matters: [{ id: itemId, order: itemId, outcome: 'outstanding' }],
  calls: [{ id: itemId, order: itemId }],
  ...some,
});

const spoken = { seen: { state: 'accepted' } } as const;
const sampleOf = (text: string, visit: Visit): Sample => ({ text, visit });

const any = [sampleOf('A visit that was completed', report())];

/** For whom a section can be tried, the ordinary case first. */
export const samples: Record<Subject, readonly Sample[]> = {
  visit: [
    ...any,
    sampleOf('One with a wait of 40 minutes', report({ admitted: '10:40', keptWaiting: true })),
    sampleOf('A terrorism (TACT) visit', report({ purpose: 'TACT' })),
    sampleOf('One by telephone', report({ method: 'telephone' })),
    sampleOf('One at which access was refused', report({ outcome: 'refused' })),
  ],
  detainee: [
    sampleOf('A man who was spoken to', report({}, { ...spoken, ageGroup: 'adult', sex: 'male' })),
    sampleOf('A woman who was spoken to', report({}, { ...spoken, ageGroup: 'adult', sex: 'female' })),
    sampleOf(
      'A girl under 18 who was spoken to',
      report({}, { ...spoken, ageGroup: 'under18', sex: 'female' }),
    ),
    sampleOf('A boy under 18 who was spoken to', report({}, { ...spoken, ageGroup: 'under18', sex: 'male' })),
    sampleOf(
      'A man who was asleep and whose record was read',
      report(
        {},
        {
          seen: { state: 'notAvailable', reason: 'asleep', observed: true, record: true },
          ageGroup: 'adult',
          sex: 'male',
        },
      ),
    ),
    sampleOf('Somebody who declined', report({}, { seen: { state: 'declined' } })),
  ],
  matter: any,
  call: any,
  // A custody record is tried on its own page: there is no visit around it.
  check: [],
};

/** The part of the invented report that sections of a subject ask about. */
export const sampleScope = (of: Subject, visit: Visit): Scope =>
  of in lists ? itemScope(of as ItemSubject, visit, itemId) : visitScope(visit);

/** How many questions are asked about an ordinary detainee as long as there is nothing to report. */
export const askedOfEach = (form: Form, settings: FormSettings): number => {
  const [ordinary] = samples.detainee;
  const shown = ordinary ? shownSections(form, sampleScope('detainee', ordinary.visit), settings) : [];
  return shown.reduce((sum, s) => sum + s.questions.length, 0);
};
