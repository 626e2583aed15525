import { beforeEach, describe, expect, it } from 'vitest';
import { swapState } from '#shared/records/shift.ts';
import { otherSuite, type RotaOffice, rotaOffice, volunteers, weeks } from './rota-office.ts';

let rota: RotaOffice;
beforeEach(() => {
  rota = rotaOffice();
});
const refused = (reason: string) => ({ kind: 'refused', reason });
const accepted = { kind: 'accepted' };

describe('An exchange', () => {
  it('moves both places in one step once it is accepted, and tells both', () => {
    const [gives, takes] = [rota.planned(['ann', 'bob']), rota.planned(['eve', 'finn'], { week: weeks[1] })];
    const { swap, answer } = rota.asks('ann', gives, 'eve', takes, 'I have an operation');
    expect(answer).toMatchObject(accepted);
    const before = rota.state.n;
    expect(rota.answers('eve', swap, 'accepted')).toMatchObject(accepted);
    expect(rota.state.n).toBe(before + 1);
    expect(rota.shift(gives)).toMatchObject({ first: rota.of('eve'), second: rota.of('bob') });
    expect(rota.shift(takes)).toMatchObject({ first: rota.of('ann'), second: rota.of('finn') });
    expect(swapState(rota.swapOf(swap))).toBe('accepted');
    expect(rota.answers('eve', swap, 'declined')).toMatchObject({ kind: 'refused' });
  });

  it('within one week is no double booking', () => {
    const [gives, takes] = [
      rota.planned(['ann', 'bob']),
      rota.planned(['eve', 'finn'], { suite: otherSuite }),
    ];
    const { swap } = rota.asks('ann', gives, 'eve', takes);
    expect(rota.answers('eve', swap, 'accepted')).toMatchObject(accepted);
    expect(rota.shift(gives).first).toBe(rota.of('eve'));
    expect(rota.shift(takes).first).toBe(rota.of('ann'));
  });

  it('moves neither where one of the two must not go there', () => {
    const [gives, takes] = [rota.planned(['ann', 'bob']), rota.planned(['eve', 'finn'], { week: weeks[1] })];
    rota.isVolunteer('ann', { status: 'accredited', vettingExpires: '2026-04-13' });
    const { swap } = rota.asks('ann', gives, 'eve', takes);
    expect(rota.answers('eve', swap, 'accepted')).toEqual(refused('vettingOut'));
    rota.isVolunteer('ann');
    rota.planned(['ann', undefined], { week: weeks[1], suite: otherSuite });
    expect(rota.answers('eve', swap, 'accepted')).toEqual(refused('goesElsewhere'));
    expect(rota.shift(gives).first).toBe(rota.of('ann'));
    expect(rota.shift(takes).first).toBe(rota.of('eve'));
    expect(swapState(rota.swapOf(swap))).toBe('asked');
  });

  it('moves neither where one place is not as it was asked for', () => {
    const [gives, takes] = [rota.planned(['ann', 'bob']), rota.planned(['eve', 'finn'], { week: weeks[1] })];
    const { swap } = rota.asks('ann', gives, 'eve', takes);
    rota.by('clara', gives, { first: rota.of('finn') });
    expect(rota.answers('eve', swap, 'accepted')).toEqual(refused('movedOn'));
    expect(rota.answers('ann', swap, 'withdrawn')).toMatchObject(accepted);
  });

  it('is answered by whom it asks, withdrawn by whoever asked, and names no day', () => {
    const [gives, takes] = [rota.planned(['ann', 'bob']), rota.planned(['eve', 'finn'], { week: weeks[1] })];
    expect(rota.asks('ann', gives, 'eve', takes, 'Tuesdays are bad').answer).toEqual(refused('saysWhen'));
    const { swap } = rota.asks('ann', gives, 'eve', takes);
    for (const who of volunteers)
      if (who !== 'eve') expect(rota.answers(who, swap, 'accepted')).toEqual(refused('notAllowed'));
    expect(rota.answers('eve', swap, 'declined', 'Away on the 3rd')).toEqual(refused('saysWhen'));
    expect(rota.answers('eve', swap, 'declined', 'Too far')).toMatchObject(accepted);
    expect(rota.asks('ann', gives, 'ann', takes).answer).toEqual(refused('invalid'));
  });
});
