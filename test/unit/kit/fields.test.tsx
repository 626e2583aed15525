import { FileUpload } from '#renderer/kit/FileUpload.tsx';
import { Select } from '#renderer/kit/Select.tsx';
import { Textarea } from '#renderer/kit/Textarea.tsx';
import { TextInput } from '#renderer/kit/TextInput.tsx';
import { attributes, pick } from './attributes.ts';
import type { Options } from './fixtures.tsx';
import { compare, content, onlyKnown } from './fixtures.tsx';
import { fieldParts } from './parts.tsx';

const affix = 'prefix and suffix are plain content; classes and attributes of their boxes are not needed';
const enhanced = 'the browser’s own file control does, without the script that replaces it';

/** What all fields share; `names` are the options that go to the control as they are. */
function shared(options: Options, names: readonly string[]): Options {
  return {
    ...fieldParts(options),
    ...pick(options, ['id', 'name', 'disabled', ...names]),
    ...attributes(options.attributes),
    'aria-describedby': options.describedBy,
    className: options.classes,
  };
}

function input(options: Options) {
  for (const part of [options.prefix, options.suffix]) onlyKnown('prefix', part, ['text', 'html']);
  onlyKnown('inputWrapper', options.inputWrapper, []);
  const width = /govuk-input--width-(\d+)/.exec(options.classes ?? '')?.[1];
  const names = ['type', 'autocomplete', 'autocapitalize', 'pattern', 'inputmode', 'spellcheck'];
  const props: Options = {
    ...shared(options, names),
    className: options.classes?.replace(/govuk-input--width-\d+/, '').trim(),
    width: width && Number(width),
    defaultValue: options.value,
    prefix: content(options.prefix),
    suffix: content(options.suffix),
  };
  return <TextInput label="" {...props} />;
}

compare('input', input, {
  'with prefix with classes': affix,
  'with prefix with attributes': affix,
  'with suffix with classes': affix,
  'with suffix with attributes': affix,
  'with customised input wrapper': affix,
});

compare('textarea', (options) => (
  <Textarea
    label=""
    {...shared(options, ['rows', 'autocomplete', 'spellcheck'])}
    defaultValue={options.value}
  />
));

compare('select', (options) => {
  const items: Options[] = (options.items ?? []).filter(Boolean);
  const chosen =
    items.find((item) => item.selected) ??
    items.find((item) => item.selected !== false && (item.value ?? item.text) === options.value);
  return (
    <Select
      label=""
      {...shared(options, [])}
      defaultValue={chosen && (chosen.value ?? chosen.text)}
      options={items.map((item) => ({
        text: item.text ?? '',
        ...pick(item, ['value', 'disabled']),
        ...attributes(item.attributes),
      }))}
    />
  );
});

compare(
  'file-upload',
  (options) => {
    onlyKnown('file upload', options, [
      ...['id', 'name', 'label', 'hint', 'errorMessage', 'formGroup', 'classes', 'attributes', 'describedBy'],
      ...['disabled', 'multiple', 'value'],
    ]);
    return <FileUpload label="" {...shared(options, ['multiple'])} />;
  },
  {
    enhanced,
    'enhanced, with error message and hint': enhanced,
    'enhanced, multiple files': enhanced,
    'enhanced, custom wrapper classes and attributes': enhanced,
    translated: enhanced,
    'translated, no javascript enhancement': 'the words of a browser’s own file control are the browser’s',
  },
);
