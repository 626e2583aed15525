import type { ComponentProps } from 'react';
import { Checkboxes } from '#renderer/kit/Checkboxes.tsx';
import { DateInput } from '#renderer/kit/DateInput.tsx';
import { Radios } from '#renderer/kit/Radios.tsx';
import { attributes, pick } from './attributes.ts';
import type { Options } from './fixtures.tsx';
import { compare, content, onlyKnown } from './fixtures.tsx';
import { groupParts, legendParts } from './parts.tsx';

const fieldsetProps = 'the fieldset takes the legend and what describes it; nothing else is needed on it';
const listProps = 'attributes go to the inputs, which need them, not to the list around them';
const labelProps = 'the label of a choice is plain content';

type Item = ComponentProps<typeof Radios>['items'][number];

/** One item of radios or checkboxes. */
function choice(item: Options | null | undefined): Item {
  if (!item) return undefined;
  if (item.divider) return { divider: item.divider };
  onlyKnown('label', item.label, []);
  onlyKnown('hint', item.hint, ['text', 'html']);
  return {
    value: item.value ?? '',
    text: content(item),
    hint: content(item.hint),
    conditional: item.conditional?.html && content(item.conditional),
    ...pick(item, ['id', 'name', 'disabled']),
    ...attributes(item.attributes),
    ...(item.behaviour === 'exclusive' && { exclusive: true }),
  };
}

function shared(options: Options, kind: string): Options {
  onlyKnown('list attributes', options.attributes, []);
  const names: string[] = (options.classes ?? '').split(' ').filter(Boolean);
  const own = [`govuk-${kind}--small`, `govuk-${kind}--inline`];
  return {
    ...groupParts(options),
    ...legendParts(options),
    name: options.name ?? '',
    id: options.idPrefix,
    small: names.includes(own[0]!),
    className: names.filter((name) => !own.includes(name)).join(' ') || undefined,
    'aria-describedby': options.fieldset?.describedBy ?? options.describedBy,
    items: options.items.map(choice),
  };
}

const chosen = (items: Options[]) =>
  items.filter((item) => item?.checked).map((item) => item.value as string);

compare(
  'radios',
  (options) => {
    const inline = options.classes?.includes('govuk-radios--inline');
    const refused = options.items.some(
      (item: Options) => item?.checked === false && item.value === options.value,
    );
    const value = chosen(options.items)[0] ?? (refused ? undefined : options.value);
    return (
      <Radios
        {...(shared(options, 'radios') as ComponentProps<typeof Radios>)}
        {...{ inline }}
        defaultValue={value}
      />
    );
  },
  {
    attributes: listProps,
    'fieldset params': fieldsetProps,
    'label with classes': labelProps,
    'label with attributes': labelProps,
  },
);

compare(
  'checkboxes',
  (options) => {
    const excluded = options.items
      .filter((item: Options) => item?.checked === false)
      .map((item: Options) => item.value);
    const values = [...chosen(options.items), ...(options.values ?? [])].filter(
      (value) => !excluded.includes(value),
    );
    return (
      <Checkboxes
        {...(shared(options, 'checkboxes') as ComponentProps<typeof Checkboxes>)}
        defaultValues={values}
      />
    );
  },
  {
    attributes: listProps,
    'fieldset params': fieldsetProps,
    'label with attributes': labelProps,
    'with label classes': labelProps,
  },
);

const dateParts = ['day', 'month', 'year'] as const;

/** The three ways in which the macro can be told its parts, as one. */
function dateProps(options: Options): Options {
  onlyKnown('date attributes', options.attributes, []);
  const listed: Options[] | undefined = options.items?.length ? options.items.filter(Boolean) : undefined;
  const given: Options[] =
    listed ??
    dateParts.map((part) =>
      options[part] === undefined
        ? { name: part, value: options.values?.[part] }
        : options[part] && { name: part, ...options[part] },
    );
  const result: Options = {};
  const wrong: string[] = [];
  for (const item of given.filter(Boolean)) {
    const part = dateParts.find((name) => name === item.name || options[name]?.name === item.name);
    if (!part) throw new Error(`no part ${item.name}`);
    const name = options.namePrefix ? `${options.namePrefix}-${item.name}` : item.name;
    const isWrong = item.error || item.classes?.includes('govuk-input--error');
    if (isWrong) wrong.push(part);
    const classes = item.classes
      ?.replace('govuk-input--error', '')
      .replace(/govuk-input--width-[24]/, '')
      .trim();
    result[part] = {
      ...pick(item, ['autocomplete', 'pattern', 'inputmode']),
      ...attributes(item.attributes),
      id: item.id ?? `${options.id}-${item.name}`,
      name,
      label: item.label,
      className: classes || undefined,
      defaultValue: item.value ?? options.values?.[name] ?? options[part]?.value,
    };
  }
  const spared = given.filter((item) => item?.error === false).map((item) => item.name);
  const errorIn =
    wrong.length > 0
      ? wrong
      : spared.length > 0
        ? Object.keys(result).filter((part) => !spared.includes(part))
        : undefined;
  return { ...result, errorIn };
}

compare(
  'date-input',
  (options) => (
    <DateInput
      {...groupParts(options)}
      {...legendParts(options)}
      {...dateProps(options)}
      id={options.id}
      className={options.classes}
      aria-describedby={options.fieldset?.describedBy}
    />
  ),
  {
    attributes: 'attributes go to the boxes, not to the list around them',
    'with nested name':
      'the names of the boxes are given whole; their ids and labels stay those of the parts',
  },
);
