import { joinedOffice } from './joined.ts';
import { addSuite, type Office } from './office.ts';
import { change, complete, draft } from './scenario/reports.ts';

/** The coordinator's laptop, after the office and a visitor have corrected one answer without knowing of each other. */
export const conflictingOffice = async (): Promise<Pick<Office, 'desk' | 'end'>> => {
  const office = await joinedOffice();
  const kim = await office.laptop('Kim Coordinator', 'coordinator');
  const sam = await office.laptop('Sam Visitor', 'visitor', 'North');
  const ali = await office.laptop('Ali Visitor', 'visitor', 'North');
  const suite = await addSuite(kim, 'Hereford');
  const [panel] = await kim.ask('panels.list', {});
  await kim.ask('suites.save', { id: suite, patch: [{ path: ['panel'], now: panel?.id as string }] });
  for (const one of [kim, sam]) await one.ask('sync.now', {});
  const { person } = await ali.ask('session.get', {});
  const id = await draft(sam, { ...complete, suite, visitor2: person.id });
  await sam.ask('visits.ready', { id });
  for (const one of [sam, kim]) await one.ask('sync.now', {});
  const comments = (now: string) => change('comments', complete.comments, now);
  await sam.ask('visits.correct', {
    ...{ id, patch: comments('Quiet, apart from one cell that was too cold to sleep in.') },
    reason: 'I had left out what we were told about the heating.',
  });
  await kim.ask('visits.correct', {
    ...{ id, patch: comments('Quiet. The heating of one cell was reported and mended on the day.') },
    reason: 'What the inspector answered.',
  });
  for (const one of [kim, sam, kim]) await one.ask('sync.now', {});
  return { desk: kim.desk, end: office.end };
};
