import type { ReactNode } from 'react';
import { UrgentNotice } from '../urgent/UrgentNotice.tsx';
import { ChoiceField, ChoicesField } from './ChoiceField.tsx';
import { DateField } from './DateField.tsx';
import { Derived, MinutesLine } from './Derived.tsx';
import type { FieldProps } from './editing.ts';
import { PersonField, SuiteField } from './RecordField.tsx';
import { Sharing, withSharing } from './Sharing.tsx';
import { TypedField } from './TypedField.tsx';

type QuestionFieldProps = FieldProps & { names: Record<string, string> };

/** One question, with who may read its answer. Ladders are drawn together, see LadderTable. */
export function QuestionField(props: QuestionFieldProps): ReactNode {
  return (
    <>
      <Field {...props} q={withSharing(props.q, props.editing.scope)} />
      <Sharing q={props.q} editing={props.editing} />
      <UrgentNotice q={props.q} scope={props.editing.scope} />
    </>
  );
}

/** The question drawn by its kind. */
function Field(props: QuestionFieldProps): ReactNode {
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
