import { sizeIn } from './attributes.ts';
import type { Options } from './fixtures.tsx';
import { content, onlyKnown } from './fixtures.tsx';

/** Refuses classes we have no prop for, so that the fixture counts as not supported. */
export function sizeOnly(classes: string | undefined, prefix: string): string | undefined {
  const { size, rest } = sizeIn(classes, prefix);
  if (rest) throw new Error(`no prop for the classes ${rest}`);
  return size;
}

/** Label, hint and error message of a macro as the props of a field. */
export function fieldParts(options: Options): Options {
  onlyKnown('label', options.label, ['text', 'html', 'classes', 'isPageHeading']);
  return {
    label: content(options.label),
    labelSize: sizeOnly(options.label?.classes, 'govuk-label--'),
    labelIsHeading: options.label?.isPageHeading,
    ...groupParts(options),
  };
}

/** Hint and error message, and the classes of the group. */
export function groupParts(options: Options): Options {
  onlyKnown('hint', options.hint, ['text', 'html']);
  onlyKnown('errorMessage', options.errorMessage, ['text', 'html']);
  onlyKnown('formGroup', options.formGroup, ['classes']);
  return {
    hint: content(options.hint),
    error: content(options.errorMessage),
    groupClassName: options.formGroup?.classes,
  };
}

/** The fieldset of a macro as the props of radios, checkboxes and dates. */
export function legendParts(options: Options): Options {
  const { fieldset } = options;
  onlyKnown('fieldset', fieldset, ['legend', 'describedBy']);
  onlyKnown('legend', fieldset?.legend, ['text', 'html', 'classes', 'isPageHeading']);
  return {
    legend: content(fieldset?.legend),
    legendSize: sizeOnly(fieldset?.legend?.classes, 'govuk-fieldset__legend--'),
    legendIsHeading: fieldset?.legend?.isPageHeading,
  };
}
