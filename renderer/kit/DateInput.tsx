import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import { Fieldset } from './Fieldset.tsx';
import type { GroupProps } from './FormGroup.tsx';
import { describedBy, FormGroup, HintAndError } from './FormGroup.tsx';
import type { TextSize } from './Label.tsx';
import { Label } from './Label.tsx';
import { useHeld } from './SendForm.tsx';

export type DatePart = 'day' | 'month' | 'year';

/** One box of a date; its attributes, with its own label where "Day", "Month", "Year" will not do. */
export interface DatePartProps extends Omit<ComponentProps<'input'>, 'type'> {
  label?: ReactNode;
}

export interface DateInputProps extends GroupProps {
  id: string;
  legend?: ReactNode;
  legendSize?: TextSize | undefined;
  legendIsHeading?: boolean | undefined;
  /** The boxes shown; for a month and year leave out the day. */
  day?: DatePartProps | undefined;
  month?: DatePartProps | undefined;
  year?: DatePartProps | undefined;
  /** The boxes an error is about; all of them when left out. */
  errorIn?: readonly DatePart[] | undefined;
  className?: string | undefined;
  'aria-describedby'?: string | undefined;
}

const parts = [
  { part: 'day', label: 'Day', width: 2 },
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
] as const;

export function DateInput(props: DateInputProps): ReactNode {
  const { id, legend, hint, error, errorIn } = props;
  const described = describedBy(id, props, props['aria-describedby']);
  const held = useHeld();
  const wrong = (part: DatePart) => (errorIn ? errorIn.includes(part) : Boolean(error));
  const boxes = (
    <>
      <HintAndError id={id} hint={hint} error={error} />
      <div className={classes('govuk-date-input', props.className)} id={id}>
        {parts.map(({ part, label, width }) => {
          const given = props[part];
          if (!given) return null;
          const { label: ownLabel, className, ...rest } = given;
          const boxId = given.id ?? `${id}-${part}`;
          return (
            <div key={part} className="govuk-date-input__item">
              <FormGroup>
                <Label htmlFor={boxId} className="govuk-date-input__label">
                  {ownLabel ?? label}
                </Label>
                <input
                  name={part}
                  inputMode="numeric"
                  {...rest}
                  {...(held && { readOnly: true })}
                  id={boxId}
                  type="text"
                  className={classes(
                    'govuk-input govuk-date-input__input',
                    wrong(part) && 'govuk-input--error',
                    `govuk-input--width-${width}`,
                    className,
                  )}
                />
              </FormGroup>
            </div>
          );
        })}
      </div>
    </>
  );
  return (
    <FormGroup error={error} className={props.groupClassName}>
      {legend ? (
        // Without the role JAWS does not read out the description of a set of text boxes.
        <Fieldset
          role="group"
          aria-describedby={described}
          legend={legend}
          legendSize={props.legendSize}
          legendIsHeading={props.legendIsHeading}
        >
          {boxes}
        </Fieldset>
      ) : (
        boxes
      )}
    </FormGroup>
  );
}
