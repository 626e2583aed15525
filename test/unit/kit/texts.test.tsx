import { ErrorMessage } from '#renderer/kit/ErrorMessage.tsx';
import { Fieldset } from '#renderer/kit/Fieldset.tsx';
import { Hint } from '#renderer/kit/Hint.tsx';
import { Label } from '#renderer/kit/Label.tsx';
import { attributes, sizeIn } from './attributes.ts';
import { compare, content, onlyKnown, raw } from './fixtures.tsx';
import { legendParts } from './parts.tsx';

const english = 'the word before an error is always “Error”, in the language of the interface';

compare(
  'label',
  (options) => {
    const { size, rest } = sizeIn(options.classes, 'govuk-label--');
    return (
      <Label
        size={size as 's' | undefined}
        className={rest}
        htmlFor={options.for}
        isHeading={options.isPageHeading}
        {...attributes(options.attributes)}
      >
        {content(options)}
      </Label>
    );
  },
  { empty: 'a label always has words; the type asks for them' },
);

compare('hint', (options) => (
  <Hint id={options.id} className={options.classes} {...attributes(options.attributes)}>
    {content(options)}
  </Hint>
));

compare(
  'error-message',
  (options) => (
    <ErrorMessage id={options.id} className={options.classes} {...attributes(options.attributes)}>
      {content(options)}
    </ErrorMessage>
  ),
  {
    translated: english,
    'with visually hidden text': english,
    'visually hidden text removed': english,
  },
);

compare(
  'fieldset',
  (options) => {
    const { describedBy, legend, ...rest } = options;
    onlyKnown('fieldset', rest, ['classes', 'role', 'attributes', 'html']);
    return (
      <Fieldset
        {...legendParts({ fieldset: { legend } })}
        className={options.classes}
        role={options.role}
        aria-describedby={describedBy}
        {...attributes(options.attributes)}
      >
        {options.html && raw(options.html)}
      </Fieldset>
    );
  },
  { 'legend classes': 'a legend comes in the sizes of the type scale and takes no other classes' },
);
