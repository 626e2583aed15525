import { z } from 'zod';
import { given, maybeDate, neededDate, neededName, typedDate } from '#renderer/editing/typed.ts';
import { type AssuranceRequest, assuranceOutcomes } from '#shared/records/engagement.ts';
import { parseDate } from '#shared/times.ts';
import type { Beginning } from './engagementForm.ts';

const longWords = z.string().max(30_000, 'Write at most 30,000 characters');

/** A question to the Chief Constable as it stands in the boxes of its page. */
export const questionForm = z.object({
  title: neededName('what it is about'),
  question: longWords.trim().min(1, 'Enter the question'),
  on: neededDate('The day it is put'),
  due: maybeDate('The day the answer is due'),
  themes: z.array(z.string()),
  cases: z.array(z.string()),
  answered: maybeDate('The day it was answered'),
  answer: longWords,
  outcome: z.enum(['', ...assuranceOutcomes]),
  outcomeWords: longWords,
});
export type QuestionForm = z.infer<typeof questionForm>;

export const questionFieldNames = {
  title: 'About',
  question: 'The question',
  on: 'Put on',
  due: 'Answer due',
  themes: 'Themes',
  cases: 'Cases that led to it',
  answered: 'Answered on',
  answer: 'The written answer',
  outcome: 'Outcome',
  outcomeWords: 'Why',
};

export const toQuestionForm = (
  one: AssuranceRequest | undefined,
  start: Beginning = { cases: [] },
  today = '',
): QuestionForm => ({
  title: one?.title ?? '',
  question: one?.question ?? '',
  on: one ? typedDate(one.on) : typedDate(today || undefined),
  due: typedDate(one?.due),
  themes: one ? [...one.themes] : start.theme ? [start.theme] : [],
  cases: one ? [...one.cases] : start.cases,
  answered: typedDate(one?.answered),
  answer: one?.answer ?? '',
  outcome: one?.outcome ?? '',
  outcomeWords: one?.outcomeWords ?? '',
});

/** The record that the boxes stand for; whoever writes it first puts the question. */
export const fromQuestionForm = (
  typed: QuestionForm,
  base: AssuranceRequest | undefined,
  fresh: { id: string; by: string },
): AssuranceRequest =>
  ({
    ...fresh,
    ...base,
    title: typed.title.trim(),
    question: typed.question.trim(),
    on: parseDate(typed.on),
    due: parseDate(typed.due),
    themes: typed.themes,
    cases: typed.cases,
    answered: parseDate(typed.answered),
    answer: given(typed.answer),
    outcome: typed.outcome || undefined,
    outcomeWords: given(typed.outcomeWords),
  }) as AssuranceRequest;
