import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sources } from '#desk/machine.ts';
import { newId } from '#shared/ids.ts';
import type { ImportKind } from '#shared/import-views.ts';
import { addSuite, newOffice, type Office } from '#test/office.ts';
import { disagreements } from '#test/whole.ts';
import { change } from './reports.ts';

const header = 'reference,suite,date,outcome,held,comments\n';

describe('people go on working between the reading of a file and its writing', () => {
  let office: Office;
  beforeEach(async () => {
    office = await newOffice();
    await addSuite(office, 'Northgate');
  });
  afterEach(async () => {
    await office.close();
    expect(disagreements(office.folder, office.recoveryCode)).toEqual([]);
    await office.end();
  });

  /** Reads a file and waits to be told to write it, as the page does that shows what would change. */
  const read = async (kind: ImportKind, text: string) => {
    const { id } = await office.ask('imports.begin', { kind, file: 'old.csv', create: true });
    await office.ask('imports.chunk', { id, text });
    await office.ask('imports.finish', { id });
    return async () => {
      await office.ask('imports.accept', { id });
      let left = 1;
      while (left > 0) ({ left } = await office.ask('imports.step', { id }));
    };
  };
  const theReport = async () => {
    const { rows } = await office.ask('visits.list', {});
    expect(rows).toHaveLength(1);
    return (await office.ask('visits.get', { id: rows[0]?.id ?? '' })).visit;
  };

  it('a report that was corrected meanwhile keeps that correction, and gets the one of the file', async () => {
    await (await read('visits', `${header}R1,Northgate,2024-05-14,completed,9,calm\n`))();
    const write = await read('visits', `${header}R1,Northgate,2024-05-14,completed,10,calm\n`);
    const { id } = await theReport();
    await office.ask('visits.correct', {
      id,
      reason: 'Misread',
      patch: change('comments', 'calm', 'not calm'),
    });
    await write();
    const report = await theReport();
    expect(report.comments).toBe('not calm');
    expect(report.counts.total?.held).toBe(10);
    expect(report.corrections.map((c) => c.number)).toEqual([1, 2]);
  });

  it('where both changed the same figure, what the person said stands', async () => {
    await (await read('visits', `${header}R1,Northgate,2024-05-14,completed,9,calm\n`))();
    const write = await read('visits', `${header}R1,Northgate,2024-05-14,completed,10,busy\n`);
    const { id } = await theReport();
    const patch = change('counts.total', { held: 9 }, { held: 8 });
    await office.ask('visits.correct', { id, reason: 'Counted again', patch });
    await write();
    const report = await theReport();
    expect(report.counts.total?.held).toBe(8);
    expect(report.comments).toBe('busy');
  });

  it('a file read twice before it is written once makes each report once', async () => {
    const text = `${header}R1,Northgate,2024-05-14,completed,9,calm\n`;
    const [first, second] = [await read('visits', text), await read('visits', text)];
    await first();
    const { id } = await theReport();
    await office.ask('visits.correct', {
      id,
      reason: 'Misread',
      patch: change('date', '2024-05-14', '2024-05-15'),
    });
    await second();
    const report = await theReport();
    expect(report.corrections.length).toBeGreaterThan(0);
    expect(report.counts.total?.held).toBe(9);
  });

  it('a suite or a volunteer that was changed meanwhile keeps what was typed', async () => {
    const write = await read('suites', 'name,area\nNorthgate,North\n');
    const [suite] = await office.ask('suites.list', {});
    if (!suite) throw new Error('no suite');
    await office.ask('suites.save', { id: suite.id, patch: change('notes', undefined, 'Ring twice.') });
    await write();
    expect(await office.ask('suites.get', { id: suite.id })).toMatchObject({
      area: 'North',
      notes: 'Ring twice.',
    });
  });

  it('a review that was given to somebody meanwhile, or a case that was closed, is no longer ended by a file', async () => {
    const open = 'reference,received,valid,decided,decision,allegations\nR 1,2024-05-05,yes,,,2\n';
    await (await read('reviews', open))();
    const decided = await read('reviews', open.replace('yes,,,2', 'yes,2024-06-05,upheld,3'));
    const [review] = (await office.ask('reviews.list', { filter: { show: 'all' } })).rows;
    const [id, assessor] = [review?.id ?? '', newId(sources)];
    const now = { id: assessor, name: 'Asa Assessor', roles: ['assessor'] };
    await office.ask('people.save', { id: assessor, patch: [{ path: [], now }] });
    await office.ask('reviews.assign', { id, assignment: { id: newId(sources), assessor, external: true } });
    await decided();
    const stands = (await office.ask('reviews.get', { id })).review;
    expect(stands).toMatchObject({ decisions: [], imported: { allegations: 3 } });

    const received = 'reference,received,kind,area,answered,closed\nC 1,2024-05-05,enquiry,,,\n';
    await (await read('correspondence', received))();
    const closed = await read('correspondence', received.replace(',,,', ',North,2024-06-01,2024-06-02'));
    const [found] = (await office.ask('cases.list', { filter: { show: 'all' } })).rows;
    const closing = { closing: newId(sources), on: '2024-07-01', outcome: 'Passed on' };
    await office.ask('cases.close', { id: found?.id ?? '', ...closing });
    await closed();
    const { case: file } = await office.ask('cases.get', { id: found?.id ?? '' });
    expect(file.area).toBe('North');
    expect(file.closings.map(({ on }) => on)).toEqual(['2024-07-01']);
  });

  it('what cannot be written any more ends the import in a sentence, with nothing of it written and no figures waiting', async () => {
    const header = 'reference,received,valid,decided,decision\n';
    await (await read('reviews', `${header}R 1,2024-05-05,,,\n`))();
    const withdrawn = await read('reviews', `${header}R 1,2024-05-05,yes,2024-06-05,withdrawn\n`);
    const upheld = await read(
      'reviews',
      `${header}R 2,2024-05-05,,,\nR 1,2024-05-05,yes,2024-06-05,upheld\n`,
    );
    await withdrawn();
    await expect(upheld()).rejects.toThrow(/Line 3 of this file cannot be written/);
    const { rows } = await office.ask('reviews.list', { filter: { show: 'all' } });
    expect(rows).toHaveLength(1);
    await office.ask('returns.compute', { return: 'reviews', period: '2024-25' });
  });
});
