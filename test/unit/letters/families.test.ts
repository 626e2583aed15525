import { describe, expect, it } from 'vitest';
import { familyOf, type Letter, letterKinds, type Template } from '#shared/records/letter.ts';
import type { Role } from '#shared/roles.ts';
import { audienceOf } from '#shared/sync/access.ts';
import { mayChange } from '#shared/sync/may-change.ts';
import { idOf } from '#test/reviewed.ts';

const [id, panel, by] = [idOf(1), idOf(2), idOf(3)];
const templateOf = (of: Template['of']): Template => ({ id, of, name: 'N', subject: 'S', body: 'B' });
const letterAbout = (...types: Letter['about'][number]['type'][]): Letter => ({
  ...{ id, panel, by, about: types.map((type) => ({ type, id: idOf(9) })) },
  ...{ to: 'Ada', subject: 'S', body: 'B', on: '2026-05-04', at: '2026-05-04T10:00:00.000Z' },
});
const may = (role: Role, type: 'letter' | 'template', after: { id: string }, before?: { id: string }) =>
  mayChange({ person: by, roles: [role], panel }, type, before, after);
const staff = ['role:coordinator', 'role:panel-coordinator'];

describe('letters and templates by the part of the office they belong to', () => {
  it('gives the words of each kind to those who write with them, and to nobody else', () => {
    for (const kind of letterKinds) {
      const keys = audienceOf('template', templateOf(kind));
      expect(keys).toEqual(familyOf(kind) === 'scheme' ? staff : ['role:caseworker']);
    }
  });

  it('lets caseworkers keep the templates of reviews and coordinators those of the scheme, and neither take the other’s', () => {
    const [ofReviews, ofScheme] = [templateOf('reviewDecision'), templateOf('concern')];
    expect(may('caseworker', 'template', ofReviews)).toBe(true);
    expect(may('caseworker', 'template', ofScheme)).toBe(false);
    expect(may('coordinator', 'template', ofScheme)).toBe(true);
    expect(may('coordinator', 'template', ofReviews)).toBe(false);
    expect(may('coordinator', 'template', ofScheme, ofReviews)).toBe(false);
    expect(may('caseworker', 'template', ofReviews, ofScheme)).toBe(false);
  });

  it('gives letters of reviews to caseworkers alone, whatever panel is written on them', () => {
    expect(audienceOf('letter', letterAbout('review'))).toEqual(['role:caseworker']);
    expect(audienceOf('letter', letterAbout('review', 'recommendation'))).toEqual(['role:caseworker']);
    expect(audienceOf('letter', letterAbout('concern', 'review'))).toEqual(['role:caseworker']);
    expect(audienceOf('letter', letterAbout('concern'))).toEqual([
      `panel-staff:${panel}`,
      'role:coordinator',
    ]);
  });

  it('has them written by caseworkers alone, and by nobody about both reviews and concerns', () => {
    expect(may('caseworker', 'letter', letterAbout('review'))).toBe(true);
    for (const role of ['coordinator', 'panel-coordinator', 'assessor', 'decider', 'visitor'] as const)
      expect(may(role, 'letter', letterAbout('review'))).toBe(false);
    expect(may('caseworker', 'letter', letterAbout('concern'))).toBe(false);
    expect(may('panel-coordinator', 'letter', letterAbout('concern'))).toBe(true);
    for (const role of ['caseworker', 'coordinator'] as const)
      expect(may(role, 'letter', letterAbout('concern', 'review'))).toBe(false);
  });
});
