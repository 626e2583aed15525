import { beforeEach, describe, expect, it } from 'vitest';
import { derivedId } from '#shared/ids.ts';
import { type Shift, shiftState } from '#shared/records/shift.ts';
import type { Suite } from '#shared/records/suite.ts';
import { putting } from '#shared/sync/patch.ts';
import { id, north, south, suite } from './office.ts';
import { otherSuite, type RotaOffice, rotaOffice, southSuite, weeks } from './rota-office.ts';

let rota: RotaOffice;
beforeEach(() => {
  rota = rotaOffice();
});
const refused = (reason: string) => ({ kind: 'refused', reason });
const accepted = { kind: 'accepted' };

describe('Somebody who must not go is not placed', () => {
  const expired = { status: 'accredited', accredited: '2020-01-01', vettingExpires: '2026-04-11' } as const;

  it('whose vetting runs out within the week, or of whom no date is known', () => {
    rota.isVolunteer('bob', expired);
    const place = rota.makes(['ann', 'bob']);
    expect(rota.moves('clara', place, 'planned')).toEqual(refused('vettingOut'));
    rota.isVolunteer('bob', { status: 'accredited' });
    expect(rota.moves('clara', place, 'planned')).toEqual(refused('vettingOut'));
    rota.isVolunteer('bob', { ...expired, vettingExpires: '2026-04-12' });
    expect(rota.moves('clara', place, 'planned')).toMatchObject(accepted);
  });

  it('unless the coordinator says of just that, and of them, why they go all the same', () => {
    rota.isVolunteer('bob', expired);
    const place = rota.makes(['ann', 'bob']);
    const because = (kinds: string[], people: string[], reason = 'Renewed, the paper is on its way') =>
      rota.by('clara', place, {
        despite: [...rota.shift(place).despite, { id: rota.newId(), by: id(100 + 5), kinds, people, reason }],
      });
    expect(because(['vetting'], [rota.of('ann')])).toMatchObject(accepted);
    expect(because(['busy'], [rota.of('bob')])).toMatchObject(accepted);
    expect(rota.moves('clara', place, 'planned')).toEqual(refused('vettingOut'));
    expect(because(['vetting'], [rota.of('bob')], ' ')).toEqual(refused('kept'));
    expect(because(['vetting'], [rota.of('bob')], 'Fine by Friday')).toEqual(refused('saysWhen'));
    expect(because(['vetting'], [rota.of('bob')])).toMatchObject(accepted);
    expect(rota.moves('clara', place, 'planned')).toMatchObject(accepted);
  });

  it('nor takes a place themselves, whatever their laptop makes of it', () => {
    rota.isVolunteer('bob', expired);
    const place = rota.planned(['ann', undefined]);
    const takes = () => rota.by('bob', place, { second: rota.of('bob') });
    expect(takes()).toEqual(refused('vettingOut'));
    rota.isVolunteer('bob', { status: 'training', vettingExpires: '2027-01-01' });
    expect(takes()).toEqual(refused('inTraining'));
    rota.isVolunteer('bob', { status: 'left' });
    expect(takes()).toEqual(refused('hasLeft'));
    rota.isVolunteer('bob');
    expect(takes()).toMatchObject(accepted);
  });

  it('who is in a conflict of interest, found or not yet looked at', () => {
    const place = rota.makes(['ann', 'bob']);
    rota.declares('bob', { kind: 'suite', suite });
    expect(rota.moves('clara', place, 'planned')).toEqual(refused('speaksAgainst'));
    const other = rota.makes(['ann', 'bob'], { suite: otherSuite });
    expect(rota.moves('clara', other, 'planned')).toMatchObject(accepted);
    rota.declares('finn', { kind: 'person', other: rota.of('eve') });
    expect(rota.moves('clara', rota.makes(['eve', 'finn']), 'planned')).toEqual(refused('speaksAgainst'));
  });

  it('who goes elsewhere that week, is away, is of another panel, or has nobody accredited with them', () => {
    rota.planned(['ann', 'bob']);
    expect(rota.moves('clara', rota.makes(['ann', 'eve'], { suite: otherSuite }), 'planned')).toEqual(
      refused('goesElsewhere'),
    );
    rota.says('eve', { [weeks[1]]: 'away' });
    const away = rota.makes(['finn', 'eve'], { week: weeks[1] });
    expect(rota.moves('clara', away, 'planned')).toEqual(refused('notFree'));
    const dora = rota.makes(['finn', 'dora'], { week: weeks[1] });
    expect(rota.moves('clara', dora, 'planned')).toEqual(refused('otherPanel'));
    const onProbation = { status: 'probation', vettingExpires: '2027-01-01' } as const;
    rota.isVolunteer('eve', onProbation);
    rota.isVolunteer('finn', onProbation);
    const both = rota.makes(['finn', 'eve'], { week: weeks[2] });
    expect(rota.moves('clara', both, 'planned')).toEqual(refused('bothOnProbation'));
    const tact = rota.makes(['ann', 'bob'], { week: weeks[2], tact: true });
    expect(rota.moves('clara', tact, 'planned')).toEqual(refused('notTactAccredited'));
  });

  it('and a pair is two different people, whoever says otherwise', () => {
    const place = rota.makes(['ann', undefined]);
    expect(rota.by('clara', place, { first: rota.of('bob'), second: rota.of('bob') })).toEqual(
      refused('notTwo'),
    );
    expect(rota.by('clara', place, { trainee: rota.of('ann') })).toEqual(refused('notTwo'));
    expect(rota.moves('clara', place, 'planned')).toMatchObject(accepted);
    expect(rota.by('ann', place, { second: rota.of('ann') })).toMatchObject({
      kind: 'accepted',
    });
    expect(rota.shift(place).second).toBeUndefined();
  });

  it('but a place stands that was right when it was planned, and asking for cover is always taken', () => {
    const place = rota.planned(['ann', 'bob']);
    rota.isVolunteer('bob', expired);
    expect(rota.shift(place)).toMatchObject({ first: rota.of('ann'), second: rota.of('bob') });
    const cover = { cover: [{ id: rota.of('bob') }] };
    expect(rota.by('bob', place, cover)).toMatchObject(accepted);
  });
});

describe('A claim', () => {
  it('of the same empty half goes to whoever the office hears of first, and the other is told whose it is', () => {
    const place = rota.planned(['ann', undefined]);
    const seen = rota.shift(place);
    const told = { saw: null };
    const takes = (who: 'bob' | 'eve') => rota.by(who, place, { second: rota.of(who) }, seen, told);
    expect(takes('bob')).toMatchObject({ kind: 'merged' });
    expect(takes('eve')).toEqual({ kind: 'taken', by: rota.of('bob') });
    expect(rota.shift(place)).toMatchObject({ first: rota.of('ann'), second: rota.of('bob') });
  });

  it('of a place nobody stands in makes a pair of the first two', () => {
    const place = rota.planned([undefined, undefined]);
    const seen = rota.shift(place);
    for (const who of ['bob', 'eve', 'finn'] as const) {
      const answer = rota.by(who, place, { first: rota.of(who) }, seen, { saw: null });
      expect(answer.kind).toBe(who === 'finn' ? 'taken' : 'merged');
    }
    expect(rota.shift(place)).toMatchObject({ first: rota.of('bob'), second: rota.of('eve') });
  });

  it('of a place whose holder looks for cover moves them out of it, and nobody out who looks for none', () => {
    const place = rota.planned(['ann', 'bob']);
    const seen = rota.shift(place);
    const instead = { first: rota.of('eve'), cover: undefined };
    expect(rota.by('eve', place, instead)).toEqual(refused('coverEnded'));
    rota.by('ann', place, { cover: [{ id: rota.of('ann') }] });
    const asking = rota.shift(place);
    rota.by('ann', place, { cover: undefined });
    expect(rota.by('eve', place, instead, asking)).toEqual(refused('coverEnded'));
    rota.by('ann', place, { cover: [{ id: rota.of('ann') }] }, seen);
    expect(rota.by('eve', place, instead, asking)).toMatchObject({ kind: 'accepted' });
    expect(rota.shift(place)).toMatchObject({ first: rota.of('eve'), second: rota.of('bob') });
    expect(rota.shift(place).cover).toBeUndefined();
    expect(rota.keys('shift', place)).not.toContain(`person:${rota.of('ann')}`);
  });

  it('says that one is free that week, whatever one had said', () => {
    rota.says('bob', { [weeks[0]]: 'away' });
    const place = rota.planned(['ann', undefined]);
    expect(rota.by('bob', place, { second: rota.of('bob') })).toMatchObject(accepted);
  });

  it('moves nobody but oneself, and changes nothing else', () => {
    const place = rota.planned(['ann', undefined]);
    for (const edit of [
      { second: rota.of('eve') },
      { first: undefined },
      { week: weeks[1] },
      { trainee: rota.of('bob') },
      { cover: [{ id: rota.of('ann') }] },
    ])
      expect(rota.by('bob', place, edit)).toMatchObject({ kind: 'refused' });
    expect(rota.by('bob', rota.makes([undefined, undefined]), { first: rota.of('bob') })).toEqual(
      refused('notAllowed'),
    );
  });
});

describe('The life of a place', () => {
  it('keeps week and suite as its panel saw them', () => {
    const place = rota.makes(['ann', 'bob']);
    expect(rota.by('clara', place, { week: weeks[1] })).toMatchObject(accepted);
    rota.moves('clara', place, 'planned');
    for (const edit of [{ week: weeks[2] }, { suite: otherSuite }, { tact: true }])
      expect(rota.by('clara', place, edit)).toEqual(refused('placeFixed'));
  });

  it('is a week missed only for a reason, which names no day', () => {
    const place = rota.planned(['ann', 'bob']);
    expect(rota.moves('clara', place, 'missed')).toEqual(refused('lifeCycle'));
    expect(rota.moves('clara', place, 'missed', 'Ann was ill on Tuesday')).toEqual(refused('saysWhen'));
    expect(rota.moves('clara', place, 'missed', 'Both were ill')).toMatchObject(accepted);
    expect(rota.by('clara', place, { first: rota.of('eve') })).toEqual(refused('movedOn'));
    expect(shiftState(rota.shift(place))).toBe('missed');
  });

  it('is with the panel of its suite, whatever its maker says', () => {
    expect(rota.shift(rota.makes([], { panel: south })).panel).toBe(north);
    const place: Shift = {
      id: rota.newId(),
      events: [],
      week: weeks[0],
      suite: southSuite,
      panel: north,
      despite: [],
    };
    expect(rota.hands('pat', 'shift', place.id, [putting([], place)])).toEqual(refused('notAllowed'));
  });

  it('as a draft is not moved to a suite of another panel by whoever runs the one it was made in', () => {
    const place = rota.makes([]);
    expect(rota.by('pat', place, { suite: southSuite })).toEqual(refused('notAllowed'));
    expect(rota.by('clara', place, { suite: southSuite })).toMatchObject(accepted);
    expect(rota.shift(place).panel).toBe(south);
  });

  it('goes with its suite to another panel while it is not over, and nobody else says where it is', () => {
    const [place, past] = [rota.planned(['ann', 'bob']), rota.planned([undefined, undefined])];
    rota.moves('clara', past, 'missed', 'Nobody was free');
    rota.by('pat', place, { panel: south });
    expect(rota.shift(place).panel).toBe(north);
    rota.put('suite', { ...rota.document<Suite>('suite', suite), panel: south } as Suite);
    expect(rota.by('bob', place, { cover: [{ id: rota.of('bob') }] })).toMatchObject(accepted);
    rota.by('clara', past, { panel: south });
    expect([rota.shift(place).panel, rota.shift(past).panel]).toEqual([south, north]);
    expect(rota.keys('shift', place)).toContain(`panel:${south}`);
  });

  it('is of its planners alone while it is a draft', () => {
    const place = rota.makes(['ann', 'bob']);
    expect(rota.keys('shift', place)).toEqual([`panel-staff:${north}`, 'role:coordinator']);
    rota.moves('clara', place, 'planned');
    expect(rota.keys('shift', place)).toContain(`panel:${north}`);
    expect(rota.keys('shift', place)).toContain(`person:${rota.of('ann')}`);
  });

  it('goes to whoever is first where two plan, and the other is told', () => {
    const place = rota.makes(['ann', 'bob']);
    const seen = rota.shift(place);
    expect(rota.by('clara', place, { trainee: rota.of('eve') }, seen)).toMatchObject(accepted);
    expect(rota.by('pat', place, { trainee: rota.of('finn') }, seen, { saw: null })).toEqual(
      refused('movedOn'),
    );
    expect(rota.moves('pat', place, 'withdrawn')).toMatchObject({ kind: 'accepted' });
    const seenPlanned = { ...seen, events: [] };
    const publish = {
      events: [
        {
          id: rota.newId(),
          from: 'draft',
          to: 'planned',
          by: id(105),
          at: '2026-03-20T12:00:00.000Z',
        },
      ],
    };
    expect(rota.by('clara', place, publish, seenPlanned, { saw: null })).toEqual(refused('movedOn'));
  });
});

describe('What somebody says of their weeks', () => {
  it('is one record, whichever laptop begins it, and theirs', () => {
    const said = {
      id: derivedId(id(0), 'availability', `${rota.of('ann')} 2026-27Q1`),
      person: rota.of('ann'),
    };
    const whole = (week: string, word: string) => [
      putting([], { ...said, quarter: '2026-27Q1', weeks: { [week]: word } }),
    ];
    expect(rota.hands('ann', 'availability', said.id, whole(weeks[0], 'free'))).toMatchObject(accepted);
    expect(rota.hands('ann', 'availability', said.id, whole(weeks[1], 'away'), { saw: null })).toMatchObject({
      kind: 'merged',
    });
    expect(rota.document('availability', said.id)).toMatchObject({
      weeks: { [weeks[0]]: 'free', [weeks[1]]: 'away' },
    });
    expect(rota.hands('bob', 'availability', said.id, whole(weeks[2], 'free'))).toEqual(
      refused('notAllowed'),
    );
    const elsewhere = rota.newId();
    expect(
      rota.hands('ann', 'availability', elsewhere, [
        putting([], { ...said, id: elsewhere, quarter: '2026-27Q1', weeks: {} }),
      ]),
    ).toEqual(refused('invalid'));
  });
});
