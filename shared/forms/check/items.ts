import type { Detainee, Matter } from '#shared/records/detainee.ts';
import type { Visit } from '#shared/records/visit.ts';
import { isAnswered } from '../engine.ts';
import { answerTo, closingOf, itemScopes, type Scope, within } from '../scope.ts';
import { type Asked, type Doubt, isBlank, type Said, shownQuestion, where } from './parts.ts';

/** What is odd about each detainee. */
export const detaineeDoubts = (v: Visit, asked: Asked): Doubt[] => {
  const numbers = new Set<string>();
  return itemScopes('detainee', v).flatMap((scope) => {
    const d = within(scope, []) as Detainee;
    const said = [
      ...numberTwice(d, numbers),
      ...seenDoubts(d, scope, asked),
      ...denialDoubts(d),
      ...adultDoubts(scope, asked),
    ];
    return [
      ...said.map(([question, text]): Doubt => ({ scope, question, text })),
      ...numberLikeName(d, scope),
      ...groupDoubts(scope, asked),
    ];
  });
};

const plainNumber = (number: string | undefined): string =>
  (number ?? '').toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');

/** @param before the numbers of the detainees before this one, to which its own is added */
const numberTwice = ({ custodyNumber }: Detainee, before: Set<string>): Said[] => {
  const number = plainNumber(custodyNumber);
  const twice = before.has(number);
  if (number) before.add(number);
  return where(twice, 'custodyNumber', 'This custody record number is entered twice');
};

/** A custody record number has digits in it; letters alone are more likely somebody's name. */
const numberLikeName = ({ custodyNumber }: Detainee, scope: Scope): Doubt[] => {
  if (!custodyNumber || !/\p{L}{2}/u.test(custodyNumber) || /\d/.test(custodyNumber)) return [];
  const text = `“${custodyNumber}” looks like a name. People are known by custody record number only`;
  return [{ scope, question: 'custodyNumber', text, name: custodyNumber }];
};

/** Why somebody was not seen, unless one of the reasons was given that the state they are in has. */
const seenDoubts = ({ seen }: Detainee, scope: Scope, asked: Asked): Said[] => {
  const [question, state] =
    seen?.state === 'notOffered'
      ? ['whyNotOffered', 'Not offered a conversation']
      : ['whyNotAvailable', 'Not available'];
  const q = shownQuestion(asked, scope, question);
  const given = !q || q.options?.some(({ value }) => value === answerTo(q, scope));
  return where(!given, question, `${state}, and it is not said why`);
};

/** Access to one detainee is denied by an inspector or above, and two records owe it (Code of Practice 2013). */
const denialDoubts = ({ denial }: Detainee): Said[] => [
  ...where(!denial?.officer, 'denialOfficer', 'Nobody is named who denied access'),
  ...where(!denial?.ground, 'denialGround', 'No ground is given on which access was denied'),
  ...where(
    !denial?.inReport,
    'denialInReport',
    'It is not said that the denial of access is recorded in this report',
  ),
  ...where(
    !denial?.inCustodyRecord,
    'denialInRecord',
    'It is not said that the denial of access is recorded in the custody record',
  ),
];

const adultDoubts = (scope: Scope, asked: Asked): Said[] => [
  ...where(
    isBlank(asked, scope, 'adultCalled'),
    'adultCalled',
    'It is not said whether an appropriate adult was called',
  ),
  ...where(
    isBlank(asked, scope, 'adultArrived'),
    'adultArrived',
    'It is not said whether the appropriate adult has come',
  ),
];

const inAList = new Intl.ListFormat('en-GB');

/** Groups that nobody has closed or opened, in one sentence; and groups opened in which nothing is reported. */
export const groupDoubts = (scope: Scope, asked: Asked): Doubt[] => {
  const groups = asked(scope).filter((s) => s.closable);
  const untouched = groups.filter((s) => closingOf(s, scope) === undefined);
  const empty = groups.filter(
    (s) =>
      closingOf(s, scope) === 'to report' &&
      !s.questions.some((q) => q.kind !== 'minutes' && !q.always && isAnswered(q, scope)),
  );
  const titles = inAList.format(untouched.map((s) => s.title));
  return [
    ...untouched.slice(0, 1).map((s) => ({
      scope,
      question: `group-${s.id}`,
      text: `It is not said whether there is anything to report: ${titles}`,
    })),
    ...empty.map((s) => ({
      scope,
      question: `group-${s.id}`,
      text: `${s.title}: opened to report something, and nothing is reported in it`,
    })),
  ];
};

/** Matters that still wait and that nobody was told of. */
export const matterDoubts = (v: Visit): Doubt[] =>
  itemScopes('matter', v)
    .filter((scope) => isUntold(within(scope, []) as Matter))
    .map((scope) => ({
      scope,
      question: 'toldTo',
      text: 'It is outstanding, and nobody was told of it',
    }));

const isUntold = ({ outcome, toldTo }: Matter): boolean => outcome === 'outstanding' && !toldTo;
