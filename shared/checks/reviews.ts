import type { Line } from './line.ts';
import { stretch } from './moments.ts';
import type { Finding } from './timeline.ts';
import { lengthWords, momentWords, stepTitles } from './words.ts';

/** PACE s.40(3): the first review within six hours of the authorisation, each later one within nine of the last. */
const firstWithin = 6 * 60;
const nextWithin = 9 * 60;

const isOfReviews = ({ step, done }: Line) =>
  done !== undefined && (step === 'authorised' || step === 'review done' || step === 'released');

/** Stretches of detention without a review that are longer than the Act allows without a reason for putting it off. */
export const overdueReviews = (lines: readonly Line[]): Finding[] => {
  const own = lines.filter(isOfReviews);
  const start = own.findIndex(({ step }) => step === 'authorised');
  if (start < 0) return [];
  return own.slice(start + 1).flatMap((line, i): Finding[] => {
    const last = own[start + i] as Line;
    if (last.step === 'released' || line.step === 'authorised' || !last.done || !line.done) return [];
    const passed = stretch(last.done, line.done)?.least ?? 0;
    const limit = last.step === 'authorised' ? firstWithin : nextWithin;
    if (passed <= limit) return [];
    const until = line.step === 'released' ? 'without another review, until' : 'before';
    return [
      {
        kind: 'review',
        entries: [last.id, line.id],
        text: `${lengthWords(passed)} passed from ${stepTitles[last.step].toLowerCase()} at ${momentWords(last.entry.done)} ${until} ${stepTitles[line.step].toLowerCase()} at ${momentWords(line.entry.done)}. A review is due within ${lengthWords(limit)}, unless it was put off for a recorded reason (PACE s.40).`,
      },
    ];
  });
};
