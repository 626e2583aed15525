import { expect, test } from 'vitest';
import { proseOf } from '#shared/returns/prose/prose.ts';
import type { MeasureResult, ReturnKind, ReturnResult } from '#shared/views.ts';
import { result } from './invented.ts';

const year = (from: number) => ({
  id: `${from}`,
  from: `${from}-04-01`,
  to: `${from + 1}-03-31`,
  label: `April ${from} to March ${from + 1}`,
});

type Figure = {
  now: number;
  was?: number;
  of?: [number, number];
  unit?: MeasureResult['unit'];
  display?: string;
};

const figure = (
  id: string,
  { now, was, of, unit = 'count', display = String(now) }: Figure,
): MeasureResult => {
  const change = was === undefined ? null : Math.round((now - was) * 1000) / (unit === 'percent' ? 10 : 1000);
  const then = {
    period: year(2021),
    value: was ?? null,
    display: was === undefined ? 'n/a' : unit === 'percent' ? `${was * 100}%` : String(was),
    change,
    changeDisplay: '',
    percentDisplay:
      unit === 'count' && was
        ? `${now > was ? '+' : '−'}${Math.round((Math.abs(now - was) / was) * 100)}%`
        : 'n/a',
  };
  return {
    ...{
      id,
      title: id,
      definition: '',
      value: now,
      display,
      unit,
      restsOn: 1,
      restsOnWhat: 'visits',
      blank: 0,
    },
    ...(of && { numerator: of[0], denominator: of[1] }),
    compare: { previous: then, lastYear: then, yearToDate: then, lastYearToDate: then },
  };
};

const told = (kind: ReturnKind, figures: Record<string, Figure>): string[] => {
  const measures = Object.entries(figures).map(([id, one]) => figure(id, one));
  const whole: ReturnResult = { ...result, return: kind, period: year(2022), measures };
  return proseOf(whole).flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
};

test('a year of custody visits is told in sentences, with what each figure was the year before', () => {
  expect(
    told('icv', {
      'visits.attempted': { now: 222, was: 202 },
      'visits.completed': { now: 219, was: 199 },
      'visits.abandoned': { now: 3, was: 3 },
      'visits.target': { now: 250, was: 250 },
      'detainees.held': { now: 1200, was: 1200 },
      'consent.ofOffered': { now: 0.47, was: 0.5, of: [470, 1000], unit: 'percent', display: '47%' },
      'concerns.open': { now: 1, was: 0 },
    }),
  ).toEqual([
    'Custody visitors began 222 visits, 20 more than in April 2021 to March 2022 (+10%). 219 visits were completed and three could not be. The target for the period was 250 visits.',
    '1,200 detainees were held when visitors came, as many as in April 2021 to March 2022. Of those offered a visit 47% (470 of 1,000) accepted, down from 50% in April 2021 to March 2022.',
    'One concern was open at the end of the period, one more than in April 2021 to March 2022.',
  ]);
});

test('where every visit was completed that is said, and nothing is said of what is not known or kept back', () => {
  expect(told('icv', { 'visits.attempted': { now: 2 }, 'visits.completed': { now: 2 } })).toEqual([
    'Custody visitors began two visits. All of them were completed.',
  ]);
});

test('a year of reviews is told in sentences', () => {
  expect(
    told('reviews', {
      'reviews.received': { now: 116, was: 98 },
      'reviews.valid': { now: 110, was: 90 },
      'reviews.invalid': { now: 1, was: 0 },
      'reviews.withdrawn': { now: 0, was: 0 },
      'reviews.forwarded': { now: 5, was: 0 },
      'upheld.ofCompleted': { now: 0.2, was: 0.2, of: [20, 100], unit: 'percent', display: '20%' },
      'days.working.mean': { now: 40.5, was: 38, unit: 'days', display: '40.5' },
      'recommendations.made': { now: 3, was: 3 },
      'recommendations.accepted': { now: 2, was: 1 },
      'recommendations.inPart': { now: 1, was: 1 },
      'recommendations.refused': { now: 1, was: 1 },
      'recommendations.unanswered': { now: 2, was: 2 },
    }),
  ).toEqual([
    'The office received 116 applications for a review of how a complaint was handled, 18 more than in April 2021 to March 2022 (+18%). 110 applications were valid, one was not valid, none were withdrawn and five were forwarded to the Independent Office for Police Conduct.',
    'Upheld were 20% of those completed (20 of 100), the same as in April 2021 to March 2022.',
    'A decision took 40.5 working days on average, up from 38 working days in April 2021 to March 2022.',
    'Reviews made three recommendations to the Chief Constable, as many as in April 2021 to March 2022. Of those answered in the period, whenever they were made, two were accepted, one was accepted in part and one was refused. Two recommendations waited for an answer at the end of the period.',
  ]);
});

test('a year of correspondence is told in sentences', () => {
  expect(
    told('correspondence', {
      'cases.received': { now: 1667, was: 1500 },
      'cases.closed': { now: 1, was: 3 },
      'requests.inTime': { now: 0.9, was: 1, of: [9, 10], unit: 'percent', display: '90%' },
      engagements: { now: 0, was: 4 },
      assuranceRequests: { now: 1, was: 1 },
    }),
  ).toEqual([
    'The office received 1,667 items of correspondence, 167 more than in April 2021 to March 2022 (+11%). One case was closed.',
    '90% of those decided (9 of 10) were decided in time, down from 100% in April 2021 to March 2022.',
    'The office took part in no engagements with the public, four fewer than in April 2021 to March 2022 (−100%). One question was put to the Chief Constable, as many as in April 2021 to March 2022.',
  ]);
});
