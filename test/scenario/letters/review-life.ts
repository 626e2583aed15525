import type { Input } from '#shared/contract.ts';
import type { ReviewAddressee } from '#shared/letters/reviews.ts';
import type { ReviewLetterKind } from '#shared/records/letter.ts';
import { bodyQuestionIds, type Route } from '#shared/records/review-parts.ts';
import { addDays } from '#shared/times.ts';
import { freshId, type Office } from '#test/office.ts';
import { fills } from '../reports.ts';

type Asking = Pick<Office, 'ask'>;

/** Somebody who applies, with what makes it possible for them to take part. */
const applicant = async ({ ask }: Asking, name: string): Promise<string> => {
  const id = freshId();
  const now = {
    id,
    name,
    address: '1 High Street\nMillford',
    mail: 'ann@example.org',
    adjustments: 'Large print.',
  };
  await ask('contacts.save', { id, patch: [{ path: [], now }] });
  return id;
};

/** An application received a week ago, about a complaint whose outcome was given so many days before that. */
export const applied = async (
  desk: Asking,
  name: string,
  route: Route,
  outcomeBefore = 14,
): Promise<string> => {
  const { today } = await desk.ask('session.get', {});
  const [id, received] = [freshId(), addDays(today, -7)];
  const contact = await applicant(desk, name);
  await desk.ask('reviews.start', { id, received, route, applicant: contact, grounds: 'Nobody asked me.' });
  const answers = Object.fromEntries(bodyQuestionIds.map((one) => [one, { answer: 'no' }]));
  await desk.ask('reviews.save', {
    id,
    patch: fills({
      applicantIs: 'complainant',
      complaint: { force: 'Bordershire Police', reference: 'CO/0012/26', words: 'I was spoken to rudely.' },
      outcome: { sent: addDays(received, -outcomeBefore), counts: 'sent' },
      body: { answers },
    }),
  });
  return id;
};

/** Writes a letter as it comes from the first template of its kind, and issues it; gives its id. */
export const wrote = async (
  { ask }: Asking,
  id: string,
  kind: ReviewLetterKind,
  who: ReviewAddressee = 'applicant',
  more: Partial<Input<'reviewLetters.draft'>> = {},
): Promise<string> => {
  const templates = await ask('templates.list', {});
  const template = templates.find((one) => one.template.of === kind)?.template.id ?? '';
  const { addressees } = await ask('reviewLetters.begin', { id });
  const { to = 'Somebody', address } = addressees[who] ?? {};
  const plan = { id, template, who, to, ...(address && { address }) };
  const { due, ...words } = await ask('reviewLetters.draft', { ...plan, ...more });
  const letter = freshId();
  await ask('reviewLetters.issue', { ...plan, ...words, ...(due && { due }), letter });
  return letter;
};

/** Finds every check of validity met that is still open. */
export const foundValid = async ({ ask }: Asking, id: string): Promise<void> => {
  for (const { id: check, result } of (await ask('reviews.get', { id })).validity.checks)
    if (result === 'open') await ask('reviews.check', { id, check, result: 'pass' });
};

/** Examines a review that is with its assessor, and returns it. */
export const examined = async (
  { ask }: Asking,
  id: string,
  finding: 'upheld' | 'not upheld',
): Promise<void> => {
  await ask('reviews.declare', { id, declaration: { id: freshId(), conflict: false } });
  const said = { text: 'I was spoken to rudely.', finding, reasons: 'Nobody asked the complainant.' };
  const allegation = freshId();
  await ask('reviews.save', {
    id,
    patch: [{ path: ['allegations', `#${allegation}`], now: { id: allegation, ...said } }],
  });
  const draft = { id: freshId(), words: 'What was found.', recommends: finding };
  await ask('reviews.draft', { id, draft });
  await ask('reviews.move', { id, to: 'returned' });
};
