import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands, matching } from '#renderer/app/commands.ts';
import {
  type Answers,
  blank,
  initials,
  wrongAboutPassphrase,
  wrongAboutWho,
} from '#renderer/app/first-run/answers.ts';
import { split } from '#renderer/app/place.ts';
import { isAt, places, schemePlaces, settingsPlaces } from '#renderer/app/places.ts';
import { due } from '#renderer/home/due.ts';
import { readListing, writeListing } from '#renderer/visits/list/listing.ts';
import { methods, outcomes } from '#shared/records/visit.ts';
import { visitSorts } from '#shared/visit-views.ts';

test('path and query both live behind the # of the address', () => {
  expect(split('#/visits?show=all&suite=x')).toEqual({ path: '/visits', search: 'show=all&suite=x' });
  expect(split('')).toEqual({ path: '/', search: '' });
  expect(split('#/search?text=a?b')).toEqual({ path: '/search', search: 'text=a?b' });
});

test('a listing survives its address', () => {
  const day = fc
    .date({ min: new Date(0), max: new Date('2090-01-01'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10));
  const maybe = <T>(a: fc.Arbitrary<T>) => fc.option(a, { nil: undefined });
  const filter = fc
    .record({
      suite: maybe(fc.uuid()),
      panel: maybe(fc.uuid()),
      from: maybe(day),
      to: maybe(day),
      outcome: maybe(fc.constantFrom(...outcomes)),
      method: maybe(fc.constantFrom(...methods)),
      show: fc.constantFrom('all', 'unfinished', 'received'),
    })
    .map((f) => Object.fromEntries(Object.entries(f).filter(([, v]) => v !== undefined)));
  fc.assert(
    fc.property(filter, fc.constantFrom(...visitSorts), fc.boolean(), (f, sort, descending) => {
      const listing = { filter: f, sort, descending };
      expect(readListing(writeListing(listing))).toEqual(listing);
    }),
  );
});

test('an address that makes no sense is read as the plain list', () => {
  expect(readListing('suite=%27;drop&show=everything&sort=password&from=yesterday')).toEqual({
    filter: { show: 'all' },
    sort: 'date',
    descending: true,
  });
  expect(writeListing(readListing(''))).toBe('');
});

test('the palette finds by any words, what begins with them first, and knows every place of the menu', () => {
  expect(matching('lock')[0]?.id).toBe('lock');
  expect(matching('visit go').map((c) => c.id)).toEqual(['go:/visits']);
  expect(matching('zzz')).toEqual([]);
  expect(matching('')).toHaveLength(commands.length);
  for (const { path } of [...places, ...schemePlaces, ...settingsPlaces])
    expect(commands.some((c) => c.id === `go:${path}`)).toBe(true);
});

test('a page belongs to the place of the menu under which it lies', () => {
  expect(isAt({ path: '/visits', text: '' }, '/visits/1/edit')).toBe(true);
  expect(isAt({ path: '/', text: '' }, '/visits')).toBe(false);
  expect(isAt({ path: '/visits', text: '' }, '/visitsmore')).toBe(false);
});

test('the first run says what is missing, field by field', () => {
  const missing = (some: Partial<Answers>) => wrongAboutWho({ ...blank, ...some }).map((w) => w.id);
  expect(missing({})).toEqual(['beginning']);
  expect(missing({ beginning: 'new' })).toEqual(['person', 'body', 'name']);
  expect(missing({ beginning: 'code', name: 'JV' })).toEqual(['hub', 'code']);
  expect(missing({ beginning: 'file', name: 'JV' })).toEqual(['file']);
  expect(missing({ beginning: 'file', file: '{}', name: 'JV' })).toEqual([]);
  expect(wrongAboutPassphrase({ ...blank, passphrase: 'short' })[0]?.id).toBe('passphrase');
  expect(wrongAboutPassphrase({ ...blank, passphrase: 'four unrelated words', again: 'four' })[0]?.id).toBe(
    'again',
  );
  expect(
    wrongAboutPassphrase({ ...blank, passphrase: 'four unrelated words', again: 'four unrelated words' }),
  ).toEqual([]);
  expect(initials('Anne-Marie Example Smith')).toBe('AMES');
});

test('suites that wait longest are due first; closed ones and those on target are not due', () => {
  const suite = (name: string, some: object) => ({
    id: name,
    name,
    statuses: [],
    targets: [],
    panelName: null,
    status: 'open',
    visits: 0,
    target: null,
    lastVisit: null,
    ...some,
  });
  const found = due(
    [
      suite('behind', { visits: 2, target: 6, lastVisit: '2026-11-01' }),
      suite('on target', { visits: 6, target: 6, lastVisit: '2026-11-01' }),
      suite('long ago', { lastVisit: '2026-06-01' }),
      suite('never', {}),
      suite('closed', { status: 'closed' }),
    ] as never,
    '2026-11-21',
  );
  expect(found.map((s) => s.name)).toEqual(['never', 'long ago', 'behind']);
  expect(found.map((s) => s.why)).toEqual([
    'No visit yet',
    '24 weeks since the last visit',
    '2 of 6 visits this quarter',
  ]);
});
