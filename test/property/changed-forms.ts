import fc from 'fast-check';
import { expect } from 'vitest';
import { objections, ownKinds, type Revision } from '#shared/forms/changes.ts';
import { visitForm } from '#shared/forms/default/index.ts';
import type { Form, Question } from '#shared/forms/definition.ts';
import {
  addQuestion,
  addSection,
  changeQuestion,
  changeSection,
  moveQuestion,
  moveSection,
  moveToSection,
  type Place,
  type QuestionChange,
  sectionsFor,
  tidied,
} from '#shared/forms/edits.ts';
import { type Lock, lockKey, locks, type Standing, standings } from '#shared/forms/locks.ts';
import { askable } from '#shared/forms/terms.ts';

export const uuid = (n: number) => `0190a5c2-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** Nobody may write in a form that was published: an edit that did would throw. */
const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
};
const first: Form = frozen(visitForm(uuid(1)));
export const settings = { delayThreshold: 10, asksSatisfactory: true };

export const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T;
export const placeOf = ({ section, question }: Standing): Place => ({
  section: section.id,
  question: question.id,
});

/** One thing somebody does to the form; whether it is allowed is not their business. */
type Step = { what: (typeof deeds)[number]; a: number; b: number; c: number };
const deeds = [
  'add',
  'reword',
  'hint',
  'switch',
  'retire',
  'bring back',
  'move',
  'move to a section',
  'condition',
  'unconditioned',
  'answers',
  'add a section',
  'section',
  'move a section',
  'publish',
] as const;

export const steps = fc.array(
  fc.record({
    what: fc.constantFrom(...deeds),
    a: fc.nat(100_000),
    b: fc.nat(100_000),
    c: fc.nat(100_000),
  }),
  { minLength: 1, maxLength: 40 },
);

const someOptions = (n: number) =>
  Array.from({ length: 2 + (n % 3) }, (_, i) => ({ value: `v${i}`, text: `Answer ${i}` }));

const added = (r: Revision, { a, b, c }: Step): Revision => {
  const section = pick(r.sections, a);
  const { revision, id } = addQuestion(r, section.id);
  const kind = pick(ownKinds, b);
  return changeQuestion(
    revision,
    { section: section.id, question: id },
    {
      text: `New ${a % 97}?`,
      kind,
      nonAnswers: kind === 'yesNo' || undefined,
      options: kind === 'choice' || kind === 'choices' ? someOptions(c) : undefined,
      must: c % 5 === 0 || undefined,
      always: c % 4 === 0 || undefined,
    },
  );
};

const condition = (r: Revision, at: Standing, { b, c }: Step): QuestionChange => {
  const asked = pick(askable(r, at.of), b);
  const term = asked.options === 'number' ? { above: c % 30 } : { is: [pick(asked.options, c).value] };
  return { when: [{ field: asked.name, ...term }] };
};

const switches = (q: Question, { b }: Step): QuestionChange => {
  const key = pick(['must', 'always', 'onPaper', 'optional', 'sharing', 'nonAnswers'] as const, b);
  if (key === 'sharing') return { sharing: q.sharing ? undefined : 'office' };
  return { [key]: q[key] ? undefined : true };
};

/** The form after somebody tried to do something to it, as the editor lets them. */
export const tried = (held: Map<string, Lock>, r: Revision, step: Step): Revision => {
  const { what, a, b, c } = step;
  const at = pick(standings(r), a);
  const place = placeOf(at);
  const section = pick(r.sections, a);
  switch (what) {
    case 'add':
      return added(r, step);
    case 'reword':
      return changeQuestion(r, place, { text: `Reworded ${b}?` });
    case 'hint':
      return changeQuestion(r, place, { hint: b % 2 ? `Hint ${b}` : undefined });
    case 'switch':
      return changeQuestion(r, place, switches(at.question, step));
    case 'retire':
      return changeQuestion(r, place, { retired: true });
    case 'bring back': {
      const retired = standings(r).filter(({ question }) => question.retired);
      return retired.length > 0 ? changeQuestion(r, placeOf(pick(retired, a)), { retired: undefined }) : r;
    }
    case 'move':
      return moveQuestion(r, place, b % 2 ? 1 : -1);
    case 'move to a section': {
      const to = sectionsFor(r, place, held.get(lockKey(at.of, at.question.id)));
      return to.length > 0 ? moveToSection(r, place, pick(to, b).id) : r;
    }
    case 'condition':
      return changeQuestion(r, place, condition(r, at, step));
    case 'unconditioned':
      return changeQuestion(r, place, { when: undefined });
    case 'answers': {
      const { options } = at.question;
      return options
        ? changeQuestion(r, place, { options: [...options, { value: `more ${b}`, text: `More ${b}` }] })
        : r;
    }
    case 'add a section': {
      const { revision, id } = addSection(r, b % 2 ? 'visit' : 'detainee');
      return changeSection(revision, id, { title: `Section ${c}`, closable: c % 2 === 0 || undefined });
    }
    case 'section':
      return changeSection(r, section.id, {
        title: `Title ${b}`,
        closable: c % 3 === 0 ? !section.closable || undefined : section.closable,
      });
    case 'move a section':
      return moveSection(r, section.id, b % 2 ? 1 : -1);
    default:
      return r;
  }
};

/** Every version that comes of these steps: what is not allowed is not done. */
export const versions = (all: readonly Step[]): Form[] => {
  const published: Form[] = [first];
  let draft: Revision = first;
  const publish = () => {
    const previous = published.at(-1) as Form;
    const form = frozen({
      ...previous,
      ...tidied(draft),
      id: uuid(published.length + 1),
      version: previous.version + 1,
    });
    expect(objections(previous, form)).toEqual([]);
    published.push(form);
    draft = form;
  };
  for (const step of all) {
    const previous = published.at(-1) as Form;
    const next = tried(locks(previous), draft, step);
    if (objections(previous, next).length === 0) draft = next;
    if (step.what === 'publish') publish();
  }
  publish();
  return published;
};
