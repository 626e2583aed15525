import type { ComponentProps, ReactNode } from 'react';
import { Fragment } from 'react';
import { classes } from './classes.ts';
import { Fieldset } from './Fieldset.tsx';
import type { GroupProps } from './FormGroup.tsx';
import { describedBy, FormGroup, HintAndError } from './FormGroup.tsx';
import { Hint } from './Hint.tsx';
import type { TextSize } from './Label.tsx';
import { Label } from './Label.tsx';
import { useHeld } from './SendForm.tsx';

type InputProps = ComponentProps<'input'>;

/** One radio or checkbox; other attributes go to its input. */
export interface Choice extends Omit<InputProps, 'value' | 'type' | 'children'> {
  value?: string | undefined;
  text: ReactNode;
  hint?: ReactNode;
  /** Further questions, shown under the choice while it is chosen and kept while it is not. */
  conditional?: ReactNode;
}

export interface Divider {
  divider: string;
}

/** Items that do not apply may stay in the list as false; ids then keep their numbers. */
export type ChoiceItem<C extends Choice = Choice> = C | Divider | false | null | undefined;

/** What radios and checkboxes take besides their items. */
export interface ChoicesProps extends GroupProps {
  name: string;
  /** Start of the ids; the first choice has exactly this id. The name when left out. */
  id?: string | undefined;
  /** The question. Without one there is no fieldset: then name the choices by what stands around them. */
  legend?: ReactNode;
  legendSize?: TextSize | undefined;
  legendIsHeading?: boolean | undefined;
  small?: boolean | undefined;
  className?: string | undefined;
  'aria-describedby'?: string | undefined;
}

interface ChoiceListProps extends ChoicesProps {
  kind: 'radios' | 'checkboxes';
  items: readonly ChoiceItem[];
  className: string | undefined;
  onListChange?: ComponentProps<'div'>['onChange'];
  /** Attributes of the input of one choice. */
  input: (choice: Choice) => InputProps;
  /** What describes each input where no fieldset does it for all. */
  describeEach: boolean;
}

/** The markup that radios and checkboxes share. */
export function ChoiceList(props: ChoiceListProps): ReactNode {
  const { kind, items, legend } = props;
  const id = props.id ?? props.name;
  const group = describedBy(id, props, props['aria-describedby']);
  const list = (
    <>
      <HintAndError id={id} hint={props.hint} error={props.error} />
      <div
        className={classes(`govuk-${kind}`, props.small && `govuk-${kind}--small`, props.className)}
        onChange={props.onListChange}
      >
        {items.map((item, index) => {
          if (!item) return null;
          if ('divider' in item) {
            return (
              <div key={item.divider} className={`govuk-${kind}__divider`}>
                {item.divider}
              </div>
            );
          }
          const itemId = item.id ?? (index === 0 ? id : `${id}-${index + 1}`);
          const given = props.describeEach && !legend ? group : undefined;
          return <OneChoice key={itemId} {...{ kind, item, itemId, given }} input={props.input(item)} />;
        })}
      </div>
    </>
  );
  return (
    <FormGroup error={props.error} className={props.groupClassName}>
      {legend ? (
        <Fieldset
          legend={legend}
          legendSize={props.legendSize}
          legendIsHeading={props.legendIsHeading}
          aria-describedby={group}
        >
          {list}
        </Fieldset>
      ) : (
        list
      )}
    </FormGroup>
  );
}

interface OneChoiceProps {
  kind: 'radios' | 'checkboxes';
  item: Choice;
  itemId: string;
  given: string | undefined;
  input: InputProps;
}

/** Showing and hiding what depends on a choice is left to CSS, so that a value set by a form library shows it too. */
function OneChoice({ kind, item, itemId, given, input }: OneChoiceProps): ReactNode {
  const { text, hint, conditional, ...attributes } = item;
  const held = useHeld();
  const described = [given, hint && `${itemId}-item-hint`].filter(Boolean).join(' ');
  return (
    <Fragment>
      <div className={`govuk-${kind}__item`}>
        <input
          aria-describedby={described || undefined}
          aria-controls={conditional ? `conditional-${itemId}` : undefined}
          {...input}
          {...attributes}
          {...(held && { 'aria-disabled': true })}
          id={itemId}
          className={classes(`govuk-${kind}__input`, item.className)}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
        />
        <Label htmlFor={itemId} className={`govuk-${kind}__label`}>
          {text}
        </Label>
        {hint && (
          <Hint id={`${itemId}-item-hint`} className={`govuk-${kind}__hint`}>
            {hint}
          </Hint>
        )}
      </div>
      {conditional && (
        <div className={`govuk-${kind}__conditional`} id={`conditional-${itemId}`}>
          {conditional}
        </div>
      )}
    </Fragment>
  );
}
