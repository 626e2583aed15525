import type { BankHolidays } from '#shared/deadlines/calendar.ts';
import type { CaseFile } from '#shared/records/case-file.ts';
import { addDays, dayWords } from '#shared/times.ts';
import { lastDay, ranOut } from './clock.ts';
import { isWeighed } from './exemptions.ts';
import { answering, isRequest, newRequest, requestAnswered } from './request-clocks.ts';
import { missingToDecide } from './request-deeds.ts';

/** From so many days before its last day on, a request is pointed out. */
const soon = 7;

/** What whoever deals with a request should think of now, in sentences; nothing of what is over. */
export const requestReminders = (c: CaseFile, today: string, holidays?: BankHolidays): string[] => {
  if (!isRequest(c.kind)) return [];
  const request = c.request ?? newRequest();
  const found = answering(c, holidays);
  const due = found ? lastDay(found.clock, holidays) : null;
  const answered = requestAnswered(c);
  const late = (found?.tooLate ?? []).map(
    (words) => `The time was over when ${words}: that does not move it.`,
  );
  const reviews = request.internalReviews
    .filter(({ decided }) => decided === undefined)
    .filter(({ reviewer }) => reviewer === undefined)
    .map(
      ({ asked }) =>
        `Give the internal review asked for on ${dayWords(asked)} to somebody who did not decide.`,
    );
  if (answered !== null) return [...late, ...reviews];
  const waits = [
    ...request.proofs.filter(({ received }) => !received).map(({ of }) => `proof of ${of}`),
    ...request.clarifications.filter(({ received }) => !received).map(() => 'a clarification'),
    ...(request.fee && !request.fee.paid ? ['the fee'] : []),
  ];
  const { extension } = request;
  return [
    ...(request.asked?.trim() ? [] : ['Write down what is asked for.']),
    ...(waits.length > 0 ? [`Waiting for ${[...new Set(waits)].join(' and ')}. Remind whoever asked.`] : []),
    ...(due !== null && ranOut(due, null, today) ? [`It was to be answered by ${dayWords(due)}.`] : []),
    ...(due !== null && !ranOut(due, null, today) && due <= addDays(today, soon)
      ? [`It is to be answered by ${dayWords(due)}. More time can only be told until then.`]
      : []),
    ...(extension ? [`More time was told on ${dayWords(extension.on)}: ${extension.ground}`] : []),
    ...missingToDecide(request, 'part', (id) => isWeighed(c.kind as never, id)).filter(
      () => request.exemptions.length > 0,
    ),
    ...late,
    ...reviews,
  ];
};
