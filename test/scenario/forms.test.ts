import { describe, expect, it } from 'vitest';
import { changeQuestion } from '#shared/forms/edits.ts';
import { freshId } from '#test/office.ts';
import { visitingOffice } from '#test/shared-office.ts';
import { complete, draft, received } from './reports.ts';

const { office, suite, visitor2 } = await visitingOffice();

describe('the office publishes a new version of its visit form', () => {
  const newest = () => office.ask('forms.get', {});
  /** Publishes the newest form with a question more, one reworded and one retired; gives what is published. */
  const publish = async (text: string) => {
    const { id: base, title, ...form } = await newest();
    const reworded = changeQuestion({ title, ...form }, { section: 'visit', question: 'suite' }, { text });
    const { sections } = changeQuestion(
      reworded,
      { section: 'close', question: 'copiesSent' },
      { retired: true },
    );
    const own = { id: `own${form.version}`, text: `Own ${form.version}?`, kind: 'yesNo' as const };
    const last = sections.at(-1);
    if (!last) throw new Error('a form without sections');
    const more = sections.with(-1, { ...last, questions: [...last.questions, own] });
    const id = freshId();
    return { base, own: own.id, ...(await office.ask('forms.publish', { base, id, title, sections: more })) };
  };
  const asks = async (id: string, question: string) => {
    const { form } = await office.ask('visits.get', { id });
    return form.sections.flatMap((s) => s.questions).find((q) => q.id === question && !q.retired)?.text;
  };
  const save = (id: string, question: string, now: object) =>
    office.ask('visits.save', { id, patch: [{ path: ['answers', question], now: now as never }] });

  it('an open draft keeps its questions, a new report gets the new ones, and figures are as they were', async () => {
    const done = await received(office, suite, visitor2);
    const figures = async () =>
      (await office.ask('returns.compute', { return: 'icv', period: '2024-25' })).measures;
    const before = await figures();
    const open = await draft(office, { ...complete, suite, visitor2 });
    const old = await asks(open, 'suite');

    const { version, own, base } = await publish('Where were you?');
    expect(version).toBe(2);
    expect(await asks(open, 'suite')).toBe(old);
    expect(await asks(open, own)).toBeUndefined();
    expect(await asks(open, 'copiesSent')).toBeDefined();
    const later = await draft(office, { ...complete, suite, visitor2 });
    expect(await asks(later, 'suite')).toBe('Where were you?');
    expect(await asks(later, own)).toBe('Own 1?');
    expect(await asks(later, 'copiesSent')).toBeUndefined();

    // Each draft is held to its own version.
    await save(open, 'copiesSent', { value: ['office'] });
    expect(
      await office.refusal('visits.save', {
        id: later,
        patch: [{ path: ['answers', own], now: { value: 'no' } }],
      }),
    ).toMatchObject({ tag: 'invalid' });
    await save(later, own, { value: true });

    expect(await figures()).toEqual(before);
    expect((await office.ask('visits.get', { id: done })).form.version).toBe(1);
    await office.ask('visits.ready', { id: open });
    expect(await asks(open, 'suite')).toBe(old);
    const versions = await office.ask('forms.list', {});
    expect(versions.map(({ version: v, reports }) => [v, reports])).toEqual([
      [2, 1],
      [1, 2],
    ]);
    expect(versions.at(-1)?.id).toBe(base);
  });

  it('practice and drafts put aside are no reports of a version', async () => {
    const form = await newest();
    const count = async () => (await office.ask('forms.list', {})).find(({ id }) => id === form.id)?.reports;
    const before = await count();
    await office.ask('visits.start', { id: freshId(), practice: true });
    await office.ask('visits.discard', { id: await draft(office, {}) });
    expect(await count()).toBe(before);
  });

  it('somebody else’s newer version is not published over, and asking twice publishes once', async () => {
    const { title, sections, version, id: base } = await newest();
    const id = freshId();
    const first = await office.ask('forms.publish', { base, id, title, sections });
    expect(await office.ask('forms.publish', { base, id, title, sections })).toEqual(first);
    expect(first.version).toBe(version + 1);
    expect(await office.refusal('forms.publish', { base, id: freshId(), title, sections })).toEqual({
      tag: 'newerForm',
      version: version + 1,
    });
    const unknown = { base: freshId(), id: freshId(), title, sections };
    expect(await office.refusal('forms.publish', unknown)).toMatchObject({ tag: 'notFound' });
  });

  it('what would lose something that figures are made from is refused, and nothing is written', async () => {
    const { title, sections, id: base } = await newest();
    const without = sections.map((s) => ({ ...s, questions: s.questions.filter((q) => q.id !== 'praise') }));
    const failure = await office.refusal('forms.publish', { base, id: freshId(), title, sections: without });
    expect(failure).toMatchObject({ tag: 'formProblems' });
    expect((await newest()).id).toBe(base);
  });
});
