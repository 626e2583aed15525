import type { ReactNode } from 'react';
import { Tag } from '#renderer/kit/index.ts';
import {
  type RecommendationAnswer,
  type RecommendationKind,
  recommendationList,
} from '#shared/records/recommendation.ts';

export const kindTitle = (kind: RecommendationKind): string =>
  recommendationList.find(({ id }) => id === kind)?.title ?? kind;

export const answerWords: Record<RecommendationAnswer, string> = {
  accepted: 'Accepted',
  'in part': 'Accepted in part',
  refused: 'Refused',
};

const colours = { accepted: 'green', 'in part': 'yellow', refused: 'orange' } as const;

/** What the force answered; without an answer whether one is late. */
export function AnswerTag({
  answer,
  late,
}: {
  answer: RecommendationAnswer | null;
  late: boolean;
}): ReactNode {
  if (answer) return <Tag colour={colours[answer]}>{answerWords[answer]}</Tag>;
  return late ? <Tag colour="red">Answer late</Tag> : <Tag colour="grey">No answer yet</Tag>;
}
