import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { familyOf } from '#shared/records/letter.ts';
import { addDays, dayWords } from '#shared/times.ts';
import { type JoinedOffice, joinedOffice, type Laptop } from '#test/joined.ts';
import { freshId } from '#test/office.ts';
import { change } from '../reports.ts';
import { applied, examined, foundValid, wrote } from './review-life.ts';

let office: JoinedOffice;
let [cara, asa, dee, cora] = [] as unknown as Laptop[];
let [today, assessor] = ['', ''];

const everybody = async (...laptops: (Laptop | undefined)[]) => {
  for (const laptop of laptops) await laptop?.ask('sync.now', {});
};

/** The words of a letter in its Word document, as another reader finds them. */
const docxWords = async (id: string): Promise<string> => {
  const { bytes } = await caseworker().ask('letters.file', { id, as: 'docx' });
  const xml = unzipSync(new Uint8Array(Buffer.from(bytes, 'base64')))['word/document.xml'];
  return strFromU8(xml ?? new Uint8Array())
    .replaceAll(/<w:br\/>|<\/w:p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '');
};
const caseworker = (): Laptop => cara as Laptop;
const seen = (id: string) => caseworker().ask('reviews.get', { id });

beforeAll(async () => {
  office = await joinedOffice();
  cara = await office.laptop('Cara Caseworker', 'caseworker');
  asa = await office.laptop('Asa Assessor', 'assessor');
  dee = await office.laptop('Dee Decider', 'decider');
  cora = await office.laptop('Cora Coordinator', 'coordinator');
  await everybody(cara, asa, dee, cora);
  today = (await caseworker().ask('session.get', {})).today;
  assessor = (await asa.ask('session.get', {})).person.id;
});
afterAll(() => office.end());

/** Given to the assessor, examined, and decided by whoever decides; all three desks hear of it. */
const decided = async (id: string, decision: 'upheld' | 'not upheld') => {
  const assignment = { id: freshId(), assessor, external: true };
  await caseworker().ask('reviews.assign', { id, assignment });
  await everybody(cara, asa);
  // Whoever examines it is told nothing of the letters.
  expect((await asa?.ask('reviews.get', { id }))?.letters).toBeNull();
  await examined(asa as Laptop, id, decision);
  await everybody(asa, cara, dee);
  await dee?.ask('reviews.decide', {
    id,
    decision: {
      id: freshId(),
      decision,
      reasons: 'The complainant was never asked.',
      delegation: 'section 4.2',
    },
  });
};

describe('letters of a review, from its application to its end', () => {
  it('tell everything about one under paragraph 6A that is upheld, and whose recommendation is refused', async () => {
    const { ask } = caseworker();
    const id = await applied(caseworker(), 'Ann Applicant', 'not investigated');
    await everybody(cara);
    expect((await seen(id)).next?.letter).toBe('reviewAcknowledgement');
    const { deadlines } = await seen(id);
    const complete = deadlines.find(({ clock }) => clock === 'complete')?.due ?? '';
    const acknowledgement = await wrote(caseworker(), id, 'reviewAcknowledgement');
    const received = await docxWords(acknowledgement);
    for (const words of [
      'Ann Applicant\n1 High Street\nMillford',
      'Dear Ann Applicant',
      'your complaint to Bordershire Police (CO/0012/26)',
      `We aim to finish by ${dayWords(complete)}.`,
      (await seen(id)).review.reference ?? 'no number',
    ])
      expect(received).toContain(words);
    expect(received).not.toContain('Large print');
    expect((await ask('letters.get', { id: acknowledgement })).letter.due).toBe(complete);
    expect((await seen(id)).review.acknowledged).toBe(today);

    await foundValid(caseworker(), id);
    await ask('reviews.move', { id, to: 'valid' });
    expect((await seen(id)).next?.letter).toBe('reviewNotice');
    const notice = await docxWords(await wrote(caseworker(), id, 'reviewNotice', 'appropriate authority'));
    expect(notice).toContain('the application of Ann Applicant');
    expect(notice).toContain('paragraph 6A of Schedule 3');
    const complainedAgainst = await wrote(caseworker(), id, 'reviewNotice', 'person complained against');
    expect(await docxWords(complainedAgainst)).not.toContain('Applicant');
    const none = { id: freshId(), to: 'interested persons', notNeeded: 'There are none.' } as const;
    await ask('reviews.notice', { id, notice: none });
    expect((await seen(id)).next?.letter).toBe('reviewFile');
    const asked = { due: addDays(today, 7) };
    await wrote(caseworker(), id, 'reviewFile', 'appropriate authority', asked);
    expect((await seen(id)).review.fileRequested).toBe(today);
    await ask('reviews.save', { id, patch: change('fileReceived', undefined, today) });

    await decided(id, 'upheld');
    await dee?.ask('recommendations.make', {
      id: freshId(),
      review: id,
      kind: 'remedy',
      words: 'Apologise to Ann.',
    });
    await everybody(dee, cara);
    expect((await seen(id)).next).toMatchObject({ letter: 'reviewDecision' });
    const outcome = await wrote(caseworker(), id, 'reviewDecision');
    const decision = await docxWords(outcome);
    const answerBy = addDays(today, 28);
    for (const words of [
      'paragraph 6A of Schedule 3 to the Police Reform Act 2002',
      'The review is upheld: the outcome of the complaint was not reasonable and proportionate.',
      `decided on ${dayWords(today)} by Dee Decider, under section 4.2 of the scheme of delegation`,
      '1. I was spoken to rudely.\nUpheld. Nobody asked the complainant.',
      'The complainant was never asked.',
      '1. Provide a remedy: Apologise to Ann.',
      `by ${dayWords(answerBy)} whether it accepts this`,
      'by judicial review',
    ])
      expect(decision).toContain(words);
    expect((await seen(id)).review.told).toMatchObject([
      { what: 'outcome', on: today, letter: outcome, quoted: answerBy },
    ]);
    expect((await seen(id)).next).toMatchObject({ letter: 'reviewRecommendation' });
    const sent = await docxWords(
      await wrote(caseworker(), id, 'reviewRecommendation', 'appropriate authority'),
    );
    expect(sent).toContain(`Please tell us by ${dayWords(answerBy)}`);
    expect((await seen(id)).next?.words).toBe('Wait for the force to answer what was recommended.');

    const made = (await seen(id)).recommendations[0]?.recommendation.id ?? '';
    const refused = { id: freshId(), answer: 'refused', on: today, reasons: 'It did before.' } as const;
    await ask('recommendations.answer', { id: made, answer: refused });
    expect((await seen(id)).next?.letter).toBe('reviewAnswer');
    const told = await wrote(caseworker(), id, 'reviewAnswer');
    expect(await docxWords(told)).toContain(
      `The force refused this on ${dayWords(today)}, for these reasons: It did before.`,
    );
    expect((await seen(id)).recommendations[0]?.recommendation.told).toMatchObject([{ letter: told }]);
    expect((await seen(id)).next?.words).toBe('Nothing more is owed: close the review.');
    await ask('reviews.move', { id, to: 'closed' });
    expect((await seen(id)).letters?.map(({ of }) => of).toSorted()).toEqual([
      ...['reviewAcknowledgement', 'reviewAnswer', 'reviewDecision', 'reviewFile'],
      ...['reviewNotice', 'reviewNotice', 'reviewRecommendation'],
    ]);
  });

  it('tell of one under paragraph 25 that was late, accepted, and not upheld', async () => {
    const { ask } = caseworker();
    const id = await applied(caseworker(), 'Bea Belated', 'investigated', 40);
    await everybody(cara, dee);
    await wrote(caseworker(), id, 'reviewAcknowledgement');
    await dee?.ask('reviews.takeLate', { id, accepted: true, reasons: 'In hospital.' });
    await everybody(dee, cara);
    await foundValid(caseworker(), id);
    await ask('reviews.move', { id, to: 'valid' });
    const progress = await wrote(caseworker(), id, 'reviewProgress');
    expect(await docxWords(progress)).toContain('It was taken on');
    await decided(id, 'not upheld');
    await everybody(dee, cara);
    const decision = await docxWords(await wrote(caseworker(), id, 'reviewDecision'));
    for (const words of [
      'paragraph 25 of Schedule 3 to the Police Reform Act 2002',
      'The review is not upheld: the outcome of the complaint was reasonable and proportionate.',
      'Nothing is recommended to the force.',
    ])
      expect(decision).toContain(words);
    expect((await seen(id)).review.told.map(({ what }) => what)).toEqual(['progress', 'outcome']);
    const barred = (await ask('reviewLetters.begin', { id })).kinds.filter((one) => one.barred === null);
    expect(barred.map(({ kind }) => kind)).toEqual(['reviewDecision']);
  });

  it('tell of one that the IOPC decides, one that is not valid, and one whose complaint is withdrawn', async () => {
    const { ask } = caseworker();
    const [iopc, invalid, withdrawn] = [
      await applied(caseworker(), 'Ida Iopc', 'investigated'),
      await applied(caseworker(), 'Ivo Invalid', 'not investigated'),
      await applied(caseworker(), 'Wil Withdrawn', 'investigated'),
    ];
    await everybody(cara);
    const answer = { answer: 'yes' };
    await ask('reviews.save', {
      id: iopc,
      patch: change('body.answers.seniorOfficer', { answer: 'no' }, answer),
    });
    const ends = async (id: string, to: 'forwarded' | 'invalid' | 'withdrawn', reasons: string) => {
      const ending = {
        id: freshId(),
        to,
        reasons,
        ...(to === 'withdrawn' && { withdrawn: 'complaint' as const }),
      };
      expect(
        await caseworker().refusal('reviewLetters.draft', {
          ...{ id, who: 'applicant', to: 'Them', template: await templateOf(to) },
        }),
      ).toMatchObject({ tag: 'letterProblems' });
      await ask('reviews.end', { id, ending });
    };
    const templateOf = async (to: string) =>
      (await ask('templates.list', {})).find(({ template }) => template.of.toLowerCase() === `review${to}`)
        ?.template.id ?? '';
    await ends(iopc, 'forwarded', 'A senior officer.');
    await ends(invalid, 'invalid', 'The outcome has not been given yet.');
    await ends(withdrawn, 'withdrawn', 'She is content with the apology.');
    const [ofIopc, ofInvalid, ofWithdrawn] = [
      await docxWords(await wrote(caseworker(), iopc, 'reviewForwarded')),
      await docxWords(await wrote(caseworker(), invalid, 'reviewInvalid')),
      await docxWords(await wrote(caseworker(), withdrawn, 'reviewWithdrawn')),
    ];
    expect(ofIopc).toContain('because it is about the conduct of a senior officer.');
    expect(ofInvalid).toContain('The outcome has not been given yet.');
    expect(ofWithdrawn).toContain(`We ended the review on ${dayWords(today)} without a decision.`);
    expect((await seen(withdrawn)).next?.letter).toBe('reviewComplaintWithdrawn');
    const toForce = await wrote(caseworker(), withdrawn, 'reviewComplaintWithdrawn', 'appropriate authority');
    expect(await docxWords(toForce)).toContain('is itself withdrawn');
    for (const id of [iopc, invalid, withdrawn]) expect((await seen(id)).next).toBeNull();
  });

  it('are not issued with a field that is empty, nor with another day than they quote', async () => {
    const id = await applied(caseworker(), 'Una Unfinished', 'investigated');
    const template = (await caseworker().ask('templates.list', {})).find(
      (one) => one.template.of === 'reviewInformation',
    )?.template.id as string;
    const plan = { id, template, who: 'applicant', to: 'Una Unfinished' } as const;
    const due = addDays(today, 14);
    const draft = await caseworker().ask('reviewLetters.draft', { ...plan, due });
    const { problems } = await caseworker().ask('reviewLetters.check', { ...plan, ...draft, due });
    expect(problems.join(' ')).toContain('{{asked}}');
    const asking = await caseworker().ask('reviewLetters.draft', {
      ...plan,
      due,
      asked: 'The outcome letter.',
    });
    const body = asking.body.replace(dayWords(due), 'Christmas').replaceAll('{{reference}}', 'R');
    const words = { ...plan, subject: 'What we need', body, due, letter: freshId() };
    const refused = await caseworker().refusal('reviewLetters.issue', words);
    expect(refused.tag === 'letterProblems' && refused.problems).toEqual([
      `The words no longer give ${dayWords(due)}, the day that is kept as quoted. Begin again to change it.`,
    ]);
    expect((await seen(id)).letters).toEqual([]);
  });

  it('reach nobody else’s laptop, and neither do the words they begin with', async () => {
    const templates = await caseworker().ask('templates.list', {});
    expect(templates.some(({ template }) => familyOf(template.of) === 'scheme')).toBe(false);
    const own = templates.find(({ template }) => template.of === 'reviewProgress')?.template;
    const patch = change('subject', own?.subject, 'How it goes: {{reference}}');
    await caseworker().ask('templates.save', { id: own?.id ?? '', patch });
    await everybody(cara, cora, asa, dee);
    const ofScheme = await cora?.ask('templates.list', {});
    expect(ofScheme?.some(({ template }) => familyOf(template.of) !== 'scheme')).toBe(false);
    expect(await cora?.refusal('templates.save', { id: own?.id ?? '', patch })).toEqual({
      tag: 'notAllowed',
    });
    for (const laptop of [cora, asa, dee]) {
      const found = await laptop?.ask('search.find', { text: 'judicial' });
      expect(found?.some(({ type }) => type === 'letter')).toBe(false);
    }
  });
});
