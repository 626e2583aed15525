import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { answersIn, Changes } from '#renderer/visits/report/Changes.tsx';
import { Report } from '#renderer/visits/report/Report.tsx';
import { UrgentToRead } from '#renderer/visits/urgent/UrgentNotice.tsx';
import type { Form } from '#shared/forms/definition.ts';
import { placeTitle, spoken as say } from '#shared/forms/spoken.ts';
import { registry } from '#shared/records/registry.ts';
import type { Visit } from '#shared/records/visit.ts';
import { diff } from '#shared/sync/patch.ts';
import { blank, form, id, settings, spoken, visitTo } from '../shared/reports.ts';

const names = { [id(3)]: 'Hereford' };
const words = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const read = (visit: Visit, of: Form = form) =>
  words(renderToStaticMarkup(<Report form={of} visit={visit} settings={settings} names={names} />));
const changed = (was: Visit, now: Visit) =>
  words(
    renderToStaticMarkup(
      <Changes
        form={form}
        visit={now}
        names={names}
        changes={diff(was, now, registry.visit.groups)}
        caption="What changed"
      />,
    ),
  );

test('a report tells of each detainee by custody number, how they were met, and group by group', () => {
  const asleep = { state: 'notAvailable', reason: 'asleep', observed: true } as const;
  const said = read(visitTo([spoken(1), spoken(2, { seen: asleep, groups: {}, answers: {} })]));
  expect(said).toContain('Detainee W/0001/26 Spoken to');
  expect(said).toContain('Rights No concerns here');
  expect(said).toContain('Detainee W/0002/26 Not available to be seen (asleep), observed only');
  expect(said).toMatch(/Sex or gender Male/);
  expect(said).toContain('Why people were not available Asleep 1');
});

test('what was not answered about a detainee is told in one line of its group, by number where it is much', () => {
  const opened = read(
    visitTo([spoken(1, { groups: { rights: 'to report' }, answers: { rightsUnderstood: { value: true } } })]),
  );
  expect(opened).toMatch(
    /Rights Something to report Do they understand their rights\? Yes \d+ more questions were not/,
  );
  const few: Form = {
    ...form,
    sections: [
      {
        id: 'cell',
        title: 'Cell',
        of: 'detainee',
        questions: [
          { id: 'clean', text: 'Clean?', kind: 'yesNo' },
          { id: 'light', text: 'Light?', kind: 'yesNo' },
          { id: 'warm', text: 'Warm?', kind: 'yesNo' },
        ],
      },
    ],
  };
  expect(read(visitTo([spoken(1, { answers: { light: { value: true } } })]), few)).toContain(
    'Cell Light? Yes Not answered: Clean; Warm',
  );
});

test('what is for the office alone is marked, also where only this answer is kept from custody', () => {
  const told = spoken(1, {
    groups: { rights: 'to report' },
    answers: { said: { value: 'Afraid of one officer.' } },
    shared: { ageGroup: false },
  });
  expect(read(visitTo([told]))).toContain('Afraid of one officer. Office only');
  expect(read(visitTo([told]))).toContain('Adult Office only');
  expect(read(visitTo([{ ...told, shared: { said: true } }]))).not.toContain('Office only');
});

test('whoever reads a report is told at its head of what cannot wait, and nothing where nothing is', () => {
  const head = (visit: Visit) =>
    words(renderToStaticMarkup(<UrgentToRead form={form} visit={visit} settings={settings} />));
  expect(head(visitTo([spoken(1)]))).toBe('');
  expect(head({ ...visitTo([]), answers: { illTreatment: { value: true } } })).toMatch(
    /what cannot wait\. Did anything suggest ill-treatment\? No call is written down yet/,
  );
});

test('where counts and detainees entered differ the report says both, and that the count stands', () => {
  const differing = visitTo([spoken(1), spoken(2)], {
    counts: { total: { held: 9, offered: 4, accepted: 4, declined: 0 } },
  });
  expect(read(differing)).toContain(
    'Accepted was counted as 4, the detainees entered come to 2; the count stands',
  );
  expect(read(visitTo([spoken(1)], { counts: {} }))).toContain('counted from the detainees entered');
});

test('matters and calls stand in tables: for whom, whom told, what was promised, what came of it', () => {
  const visit = visitTo([spoken(1)], {
    matters: [
      {
        id: id(201),
        order: id(201),
        what: 'A blanket',
        detainee: id(101),
        toldTo: 'Sgt 12',
        outcome: 'outstanding',
        promisedBy: 'by 18:00',
      },
      { id: id(202), order: id(202), what: 'Shower out of use' },
      { id: id(203), order: id(203), what: 'A complaint', shared: { what: false } },
    ],
    calls: [{ id: id(301), order: id(301), told: 'Duty inspector', at: '10:40' }],
    notes: 'handed over',
  });
  expect(read(visit)).toMatch(/Detainee W\/0001\/26 A blanket Sgt 12 .*Outstanding by 18:00/);
  expect(read(visit)).toContain('The suite Shower out of use');
  expect(read(visit)).toContain('The suite (office only) A complaint');
  expect(read(visit)).toMatch(/Call 1 Duty inspector Office only/);
  expect(read(visit)).toContain('Notes made in the suite Handed over');
});

test('a report is rendered by the form it was written with, and items it does not ask about are in it all the same', () => {
  const old: Form = {
    ...form,
    sections: [
      { id: 'close', title: 'The end', questions: [{ id: 'mood', text: 'The mood?', kind: 'longText' }] },
    ],
  };
  const said = read({ ...visitTo([spoken(1)]), answers: { mood: { value: 'Calm' } } }, old);
  expect(said).toContain('The end The mood? Calm');
  expect(said).toContain('Detainee W/0001/26');
});

test('a place inside a list is named by its item and its question', () => {
  const visit = visitTo([spoken(1), spoken(2, { custodyNumber: undefined })]);
  const at = (...path: string[]) => placeTitle(form, ['detainees', `#${id(101)}`, ...path], visit);
  expect(at('answers', 'rightsUnderstood')).toBe('Detainee W/0001/26, Do they understand their rights?');
  expect(at('groups', 'care')).toBe('Detainee W/0001/26, Care');
  expect(at('shared', 'said')).toBe(
    'Detainee W/0001/26, What did they say, in their own words? (may custody read it?)',
  );
  expect(placeTitle(form, ['detainees', `#${id(102)}`], visit)).toBe('Detainee 2 of the list, no number yet');
  expect(say(form, names, ['matters', `#${id(201)}`, 'detainee'], id(101), visit)).toBe('Detainee W/0001/26');
});

test('a detainee who comes or goes is told in words, answer by answer, never in brackets', () => {
  const [none, one] = [visitTo([]), visitTo([spoken(1)])];
  for (const said of [changed(none, one), changed(one, none)]) {
    expect(said).toContain('Detainee W/0001/26');
    expect(said).toContain('Not in the report');
    expect(said).toContain('Do they understand their rights?: Yes');
    expect(said).toContain('Rights: No concerns here');
    expect(said).not.toMatch(/[{}"]/);
  }
});

test('what travels whole is shown by its parts, and an answer that becomes "refused" as one change', () => {
  const before = visitTo([spoken(1)]);
  const after = visitTo([
    spoken(1, {
      seen: { state: 'notAvailable', reason: 'asleep' },
      answers: { rightsUnderstood: { not: 'refused' } },
    }),
  ]);
  const changes = answersIn(diff(before, after, registry.visit.groups));
  expect(changes.map(({ path }) => path.slice(2).join('.'))).toEqual([
    'seen.state',
    'seen.reason',
    'answers.rightsUnderstood',
  ]);
  const said = changed(before, after);
  expect(said).toContain('Do they understand their rights? Yes Refused');
  expect(said).toContain('Did you speak to them? Yes, they agreed to talk No, they were not available');
});

test('where two questions fill one field, the change is told by the one that offers the answer', () => {
  const notOffered = { state: 'notOffered', reason: 'staff could not escort' } as const;
  const said = changed(visitTo([spoken(1)]), visitTo([spoken(1, { seen: notOffered })]));
  expect(said).toContain('Why were they not offered a conversation? Not answered Staff could not escort you');
  const added = changed(visitTo([]), visitTo([spoken(1, { seen: notOffered })]));
  expect(added).toContain('Why were they not offered a conversation?: Staff could not escort you');
  expect(added).not.toContain('Why were they not available?');
});

test('what belongs to the life of a report is no answer that changed', () => {
  const declared = { id: id(9), by: id(4), at: '2026-11-19T12:00:00Z', how: 'own', content: 'a'.repeat(64) };
  const after = { ...blank, declarations: [declared], notNames: { Hope: true } } as Visit;
  expect(answersIn(diff(blank, after))).toEqual([]);
});
