import { Button, ButtonLink } from '#renderer/kit/Button.tsx';
import { Details } from '#renderer/kit/Details.tsx';
import { ErrorSummary } from '#renderer/kit/ErrorSummary.tsx';
import { InsetText } from '#renderer/kit/InsetText.tsx';
import { NotificationBanner } from '#renderer/kit/NotificationBanner.tsx';
import { Panel } from '#renderer/kit/Panel.tsx';
import type { TagColour } from '#renderer/kit/Tag.tsx';
import { Tag } from '#renderer/kit/Tag.tsx';
import { WarningText } from '#renderer/kit/WarningText.tsx';
import { attributes, pick } from './attributes.ts';
import type { Options } from './fixtures.tsx';
import { compare, content, onlyKnown, raw } from './fixtures.tsx';

const start = 'there are no start pages in a desktop application';
const doubleClick = 'what is being done is shown by the page, which disables the button';
const toFields = 'an error summary leads to fields, by their ids';
const plainActions = 'the box around the actions takes no classes or attributes';
const iconWord = 'the word for the icon is always “Warning”';

compare(
  'button',
  (options) => {
    if (options.preventDoubleClick !== undefined) throw new Error(doubleClick);
    const names: string[] = (options.classes ?? '').split(' ').filter(Boolean);
    const kind = (['secondary', 'warning', 'inverse'] as const).find((name) =>
      names.includes(`govuk-button--${name}`),
    );
    const props = {
      kind,
      className: names.filter((name) => name !== `govuk-button--${kind}`).join(' ') || undefined,
      ...pick(options, ['id']),
      ...attributes(options.attributes),
    };
    if (options.href) {
      return (
        <ButtonLink {...props} href={options.href}>
          {content(options)}
        </ButtonLink>
      );
    }
    return (
      <Button {...props} {...pick(options, ['type', 'name', 'value', 'disabled'])}>
        {content(options)}
      </Button>
    );
  },
  {
    start,
    'start link': start,
    'start link with html': start,
    'prevent double click': doubleClick,
    "don't prevent double click": doubleClick,
  },
);

compare(
  'error-summary',
  (options) => {
    const errors = (options.errorList ?? []).map((item: Options) => {
      onlyKnown('error', item, ['text', 'html', 'href']);
      return { text: content(item), id: item.href?.slice(1) };
    });
    return (
      <ErrorSummary
        errors={errors}
        title={options.titleHtml ? raw(options.titleHtml) : options.titleText}
        description={options.descriptionHtml ? raw(options.descriptionHtml) : options.descriptionText}
        className={options.classes}
        {...attributes(options.attributes)}
      />
    );
  },
  { 'error list with attributes': toFields },
);

compare('notification-banner', (options) => {
  return (
    <NotificationBanner
      type={options.type === 'success' ? 'success' : undefined}
      title={options.titleHtml ? raw(options.titleHtml) : options.titleText}
      titleId={options.titleId}
      headingLevel={options.titleHeadingLevel}
      className={options.classes}
      {...pick(options, ['role'])}
      {...attributes(options.attributes)}
    >
      {content(options)}
    </NotificationBanner>
  );
});

compare(
  'warning-text',
  (options) => (
    <WarningText className={options.classes} {...attributes(options.attributes)}>
      {content(options)}
    </WarningText>
  ),
  { 'icon fallback text only': iconWord },
);

compare('inset-text', (options) => (
  <InsetText id={options.id} className={options.classes} {...attributes(options.attributes)}>
    {content(options)}
  </InsetText>
));

compare('details', (options) => (
  <Details
    {...pick(options, ['id', 'open'])}
    summary={options.summaryHtml ? raw(options.summaryHtml) : options.summaryText}
    className={options.classes}
    {...attributes(options.attributes)}
  >
    {content(options)}
  </Details>
));

compare('tag', (options) => {
  const colour = /^govuk-tag--(\w+)$/.exec(options.classes ?? '')?.[1] as TagColour | undefined;
  return (
    <Tag colour={colour} {...attributes(options.attributes)}>
      {content(options)}
    </Tag>
  );
});

/** The macro makes buttons and links of its actions; our panel takes them ready made. */
function panelAction(action: Options) {
  const className = action.classes;
  if (action.href && action.type !== 'button') {
    return (
      <a
        key={action.text}
        className={`govuk-link govuk-link--inverse ${className ?? ''}`}
        href={action.href}
        {...attributes(action.attributes)}
      >
        {action.text}
      </a>
    );
  }
  const props = {
    kind: 'inverse',
    className,
    children: action.text,
    ...attributes(action.attributes),
  } as const;
  return action.href ? (
    <ButtonLink key={action.text} {...props} href={action.href} />
  ) : (
    <Button key={action.text} {...props} type={action.type ?? 'button'} />
  );
}

compare(
  'panel',
  (options) => {
    const names: string[] = (options.classes ?? '').split(' ').filter(Boolean);
    const interruption = names.includes('govuk-panel--interruption');
    onlyKnown('actions', options.actions, ['items']);
    return (
      <Panel
        title={options.titleHtml ? raw(options.titleHtml) : options.titleText}
        kind={interruption ? 'interruption' : 'confirmation'}
        headingLevel={options.headingLevel}
        className={names.filter((name) => name !== 'govuk-panel--interruption').join(' ') || undefined}
        actions={interruption && options.actions?.items?.map(panelAction)}
        {...attributes(options.attributes)}
      >
        {content(options)}
      </Panel>
    );
  },
  {
    'interruption, with actions classes and attributes': plainActions,
    'interruption, button link': plainActions,
    'interruption, no actions items': 'without actions there is no box for them',
  },
);
