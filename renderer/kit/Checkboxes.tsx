import type { ChangeEvent, ComponentProps, FormEvent, ReactNode } from 'react';
import type { Choice, ChoiceItem, ChoicesProps } from './choices.tsx';
import { ChoiceList } from './choices.tsx';

/**
 * A checkbox; an exclusive one ("None of these") clears the others and is cleared by them. A single one without a value
 * stands for yes or no, and a form library reads it as true or false.
 */
export interface CheckboxChoice extends Choice {
  exclusive?: boolean | undefined;
}

type InputAttributes = Omit<
  ComponentProps<'input'>,
  keyof ChoicesProps | 'type' | 'value' | 'defaultValue' | 'checked' | 'defaultChecked'
>;

export interface CheckboxesProps extends ChoicesProps, InputAttributes {
  items: readonly ChoiceItem<CheckboxChoice>[];
  /** The chosen values, when the caller holds them; `onValues` then tells of new ones. */
  values?: readonly string[] | undefined;
  onValues?: ((values: string[]) => void) | undefined;
  /** The values chosen at first, when the inputs hold them themselves. */
  defaultValues?: readonly string[] | undefined;
}

export function Checkboxes(props: CheckboxesProps): ReactNode {
  const { items, values, onValues, defaultValues, small, className, onChange, ...more } = props;
  const { name, id, legend, legendSize, legendIsHeading, hint, error, groupClassName, ...attributes } = more;
  const { 'aria-describedby': given, ...inputs } = attributes;
  const change = (event: ChangeEvent<HTMLInputElement>) => {
    onChange?.(event);
    if (values) onValues?.(afterToggle(values, event.target.value, items));
  };
  return (
    <ChoiceList
      kind="checkboxes"
      {...{ name, id, legend, legendSize, legendIsHeading, hint, error, groupClassName, small, className }}
      aria-describedby={given}
      describeEach
      items={items.map(withBehaviour)}
      onListChange={values ? undefined : clearExcluded}
      input={(choice) => ({
        ...inputs,
        name,
        onChange: change,
        ...(values && { checked: values.includes(choice.value ?? 'on') }),
        ...(defaultValues && { defaultChecked: defaultValues.includes(choice.value ?? 'on') }),
      })}
    />
  );
}

function withBehaviour(item: ChoiceItem<CheckboxChoice>): ChoiceItem {
  if (!item || 'divider' in item) return item;
  const { exclusive, ...choice } = item;
  return exclusive ? { ...choice, ...{ 'data-behaviour': 'exclusive' } } : choice;
}

function isExclusive(items: CheckboxesProps['items'], value: string): boolean {
  return items.some((item) => item && 'value' in item && item.value === value && item.exclusive);
}

/** The values after one of them was ticked or cleared. */
export function afterToggle(
  values: readonly string[],
  value: string,
  items: CheckboxesProps['items'],
): string[] {
  if (values.includes(value)) return values.filter((other) => other !== value);
  if (isExclusive(items, value)) return [value];
  return [...values.filter((other) => !isExclusive(items, other)), value];
}

/**
 * Where the inputs hold their own state, the excluded ones are cleared by a click, so that everybody who listens to
 * them (a form library, the page) hears of it.
 */
function clearExcluded(event: FormEvent<HTMLDivElement>): void {
  const changed = event.target as HTMLInputElement;
  if (changed.type !== 'checkbox' || !changed.checked) return;
  for (const other of event.currentTarget.querySelectorAll<HTMLInputElement>(
    'input[type="checkbox"]:checked',
  )) {
    if (other === changed || other.name !== changed.name) continue;
    if (changed.dataset.behaviour === 'exclusive' || other.dataset.behaviour === 'exclusive') other.click();
  }
}
