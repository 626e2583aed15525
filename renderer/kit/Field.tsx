import type { ReactNode } from 'react';
import type { GroupProps } from './FormGroup.tsx';
import { describedBy, FormGroup, HintAndError, useFieldId } from './FormGroup.tsx';
import type { TextSize } from './Label.tsx';
import { Label } from './Label.tsx';

/** What every field with one control takes besides the control's own attributes. */
export interface FieldProps extends GroupProps {
  label: ReactNode;
  labelSize?: TextSize | undefined;
  labelIsHeading?: boolean | undefined;
}

/** The attributes that tie a control to its label, hint and error. */
export interface ControlProps {
  id: string;
  name: string | undefined;
  'aria-describedby': string | undefined;
}

interface FieldWrapperProps extends FieldProps {
  id?: string | undefined;
  name?: string | undefined;
  'aria-describedby'?: string | undefined;
  children: (control: ControlProps) => ReactNode;
}

/**
 * Label, hint, error message and one control, wired together. The fields of this folder are made with it; use it for a
 * control that is not among them.
 */
export function Field(props: FieldWrapperProps): ReactNode {
  const id = useFieldId(props.id, props.name);
  return (
    <FormGroup error={props.error} className={props.groupClassName}>
      <Label htmlFor={id} size={props.labelSize} isHeading={props.labelIsHeading}>
        {props.label}
      </Label>
      <HintAndError id={id} hint={props.hint} error={props.error} />
      {props.children({
        id,
        name: props.name,
        'aria-describedby': describedBy(id, props, props['aria-describedby']),
      })}
    </FormGroup>
  );
}

/** Separates what describes the field from the attributes of its control. */
export function splitField<P extends FieldProps>(
  props: P,
): { field: FieldProps; control: Omit<P, keyof FieldProps> } {
  const { label, labelSize, labelIsHeading, hint, error, groupClassName, ...control } = props;
  return { field: { label, labelSize, labelIsHeading, hint, error, groupClassName }, control };
}
