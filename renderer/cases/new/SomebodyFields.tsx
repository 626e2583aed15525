import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useRead } from '#renderer/app/host.tsx';
import { Around } from '#renderer/contacts/Around.tsx';
import { Fieldset, Radios, TextInput } from '#renderer/kit/index.ts';
import type { Contact } from '#shared/records/contact.ts';
import type { CaseForm } from './caseForm.ts';

type SomebodyFieldsProps = {
  form: UseFormReturn<CaseForm>;
  of: 'from' | 'onBehalfOf';
  title: string;
  /** The case that they are named in, where there is one. */
  besides: string | undefined;
};

const reached = ({ name, organisation, mail, address }: Contact): string =>
  [name, organisation, mail, address?.split('\n').at(-1)].filter(Boolean).join(', ');

/** Who writes, or for whom: typed, with those of the register who may be meant. Nobody is chosen by itself. */
export function SomebodyFields({ form, of, title, besides }: SomebodyFieldsProps): ReactNode {
  const { register, watch, formState } = form;
  const { chosen, name, mail } = watch(of);
  const [kind, channel] = watch(['kind', 'channel']);
  const typed = { names: name.trim() ? [name] : [], mails: mail.trim() ? [mail] : [] };
  const found =
    useRead('contacts.suggest', typed, {
      wanted: name.trim().length > 1 || mail.trim().length > 3,
      keep: true,
    }).data ?? [];
  const standing = useRead('contacts.get', { id: chosen }, { wanted: chosen !== '' }).data;
  const others = standing && !found.some(({ contact }) => contact.id === standing.id) ? [standing] : [];
  const isTyped = name.trim() !== '' || mail.trim() !== '';
  const offered = [...others.map((contact) => ({ contact, why: [] as string[] })), ...(isTyped ? found : [])];
  const errors = formState.errors[of];
  return (
    <Fieldset legend={title} legendSize="s">
      <div className="desk-filters">
        <TextInput
          label={<Labelled title={title}>Name</Labelled>}
          autoComplete="off"
          error={errors?.name?.message}
          {...register(`${of}.name`)}
        />
        <TextInput
          label={<Labelled title={title}>E-mail</Labelled>}
          type="email"
          autoComplete="off"
          error={errors?.mail?.message}
          {...register(`${of}.mail`)}
        />
      </div>
      {offered.length > 0 && (
        <Radios
          legend={`Who is meant: ${title.toLowerCase()}`}
          legendSize="s"
          small
          value={chosen}
          items={[
            ...offered.map(({ contact, why }) => ({
              value: contact.id,
              text: reached(contact),
              ...(why.length > 0 && { hint: why.join(', ') }),
            })),
            {
              value: '',
              text: name.trim() ? `None of these: write ${name.trim()} down` : 'Nobody that is known',
            },
          ]}
          {...register(`${of}.chosen`)}
        />
      )}
      {chosen && (
        <Around
          contact={chosen}
          kind={kind}
          {...{ ...(channel && { channel }), ...(besides && { besides }) }}
        />
      )}
    </Fieldset>
  );
}

function Labelled({ title, children }: { title: string; children: string }): ReactNode {
  return (
    <>
      {children}
      <span className="govuk-visually-hidden">: {title}</span>
    </>
  );
}
