import { addPerson, addSuite, newOffice } from '#test/office.ts';
import { disagreements } from '#test/whole.ts';
import { change, complete, draft, figure } from './reports.ts';

/** A day's work on a laptop whose clock says something else. Prints what became of it. */
const office = await newOffice();
const suite = await addSuite(office, 'Northgate');
const visitor2 = await addPerson(office, 'Second Visitor');
const id = await draft(office, { ...complete, date: '1969-12-01', suite, visitor2 });
const { reference } = await office.ask('visits.ready', { id });
const { number } = await office.ask('visits.correct', {
  id,
  reason: 'Misread',
  patch: change('comments', 'Quiet.', 'Busy.'),
});
// By this laptop's calendar the visit may be years ahead: what is typed is kept all the same.
const ahead = await draft(office, { ...complete, suite, visitor2 });
await office.ask('store.lock', {});
await office.ask('store.unlock', { recoveryCode: office.recoveryCode });
const { visit } = await office.ask('visits.get', { id: ahead });
const counted = await figure(office, '1969-70', 'visits.attempted');
const { today } = await office.ask('session.get', {});
await office.close();
const wrong = disagreements(office.folder, office.recoveryCode);
await office.end();
console.log(
  JSON.stringify({ today, reference, number, kept: visit.comments, counted: counted.value, wrong }),
);
