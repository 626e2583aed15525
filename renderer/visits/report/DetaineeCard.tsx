import type { ReactNode } from 'react';
import { Card } from '#renderer/kit/index.ts';
import type { Question, Section } from '#shared/forms/definition.ts';
import { contactText } from '#shared/forms/items.ts';
import { type Scope, within } from '#shared/forms/scope.ts';
import type { Detainee } from '#shared/records/detainee.ts';
import { Answers } from './Answers.tsx';

/** What the heading of a card says already. */
const inHeading = ({ field = '' }: Question): boolean =>
  field === 'custodyNumber' || field.startsWith('seen.');

type DetaineeCardProps = {
  title: string;
  scope: Scope;
  sections: readonly Section[];
  names: Record<string, string>;
};

/** One detainee as a report tells of them: by custody number, how they were met, and group by group. */
export function DetaineeCard({ title, scope, sections, names }: DetaineeCardProps): ReactNode {
  const met = sections.some((s) => s.questions.some((q) => q.field === 'seen.state'));
  const groups = sections
    .map((s) => ({ ...s, questions: s.questions.filter((q) => !inHeading(q)) }))
    .filter((s) => s.closable || s.questions.length > 0);
  return (
    <Card title={title} headingLevel={3} className="desk-item">
      {met && (
        <p className="govuk-body">
          <strong>{contactText(within(scope, []) as Detainee)}</strong>
        </p>
      )}
      {groups.map((group) => (
        <div key={group.id} className="desk-item__group">
          <h4 className="govuk-heading-s">{group.title}</h4>
          <Answers section={group} scope={scope} names={names} />
        </div>
      ))}
    </Card>
  );
}
