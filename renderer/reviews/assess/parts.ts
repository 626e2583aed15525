import { dayWords } from '#renderer/dates.ts';
import { isolated } from '#shared/bidi.ts';
import { count } from '#shared/numbers.ts';
import { declarationOf } from '#shared/records/review.ts';
import { capital } from '#shared/text.ts';
import type { ReviewPart, ReviewShown } from '../parts.ts';

const assignStatus = ({ review, names }: ReviewShown): string => {
  const last = review.assignments.at(-1);
  if (last) return `With ${isolated(names[last.assessor] ?? 'an assessor')} since ${dayWords(last.on)}`;
  if (review.fileReceived) return `File received on ${dayWords(review.fileReceived)}`;
  return review.fileRequested ? `File asked for on ${dayWords(review.fileRequested)}` : 'Not begun';
};

const examinationStatus = ({ review }: ReviewShown): string => {
  const { allegations, examination } = review;
  const declared = declarationOf(review);
  if (declared?.conflict) return 'A conflict of interest was declared';
  if (examination?.finding) return capital(examination.finding);
  const found = allegations.filter(({ finding }) => finding).length;
  if (allegations.length > 0) return `${found} of ${count(allegations.length)} allegations found`;
  return declared ? 'Begun' : 'Not begun';
};

const draftStatus = ({ review: { drafts } }: ReviewShown): string =>
  drafts.length === 0 ? 'Not begun' : `Version ${drafts.length}`;

const qualityStatus = ({ review }: ReviewShown): string => {
  const draft = review.drafts.at(-1);
  const check = review.qualityChecks.findLast((one) => one.draft === draft?.id);
  if (!check) return 'Not checked';
  return check.passed ? 'Passed' : 'Did not pass';
};

const decisionStatus = ({ review, standing }: ReviewShown): string => {
  const last = review.decisions.at(-1);
  if (!last) return 'Not decided';
  return standing === 'completed' ? capital(last.decision ?? 'not said') : 'Set aside';
};

const recommendationStatus = ({ recommendations }: ReviewShown): string => {
  const open = recommendations.filter(({ answer }) => answer === null).length;
  if (recommendations.length === 0) return 'None made';
  return open > 0
    ? `${open} of ${recommendations.length} without an answer`
    : `${recommendations.length} answered`;
};

const learningStatus = ({ review: { learning, themes } }: ReviewShown): string =>
  learning.length + themes.length === 0 ? 'Nothing entered' : 'Entered';

/** The parts of a review from the file to what is learnt from it. */
export const assessParts: readonly ReviewPart[] = [
  { path: 'assign', text: 'File and assessor', status: assignStatus },
  { path: 'examination', text: 'Examination', status: examinationStatus },
  { path: 'draft', text: 'Draft', status: draftStatus },
  { path: 'quality', text: 'Quality check', status: qualityStatus },
  { path: 'decision', text: 'Decision', status: decisionStatus },
  {
    path: 'recommendations',
    text: 'Recommendations',
    status: recommendationStatus,
    when: ({ state }) => ['returned', 'decided', 'closed'].includes(state),
  },
  { path: 'learning', text: 'Observations, learning and themes', status: learningStatus },
];
