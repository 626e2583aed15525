import type { ReactNode } from 'react';
import { ChoiceField, ChoicesField } from './ChoiceField.tsx';
import { DateField } from './DateField.tsx';
import { Derived, MinutesLine } from './Derived.tsx';
import type { FieldProps } from './editing.ts';
import { PersonField, SuiteField } from './RecordField.tsx';
import { TypedField } from './TypedField.tsx';

/** One question, drawn by its kind. Ladders are drawn together, see LadderTable. */
export function QuestionField(props: FieldProps & { names: Record<string, string> }): ReactNode {
  const { q, editing } = props;
  switch (q.kind) {
    case 'suite':
      return <SuiteField {...props} />;
    case 'person':
      return <PersonField {...props} />;
    case 'date':
      return <DateField {...props} />;
    case 'yesNo':
    case 'choice':
      return <ChoiceField {...props} />;
    case 'choices':
      return <ChoicesField {...props} />;
    case 'minutes':
      return <MinutesLine q={q} visit={editing.draft.visit} />;
    default:
      return (
        <>
          <TypedField {...props} />
          <Derived q={q} visit={editing.draft.visit} />
        </>
      );
  }
}
