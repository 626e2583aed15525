import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import type { Form } from '#shared/forms/definition.ts';
import type { Setting } from '#shared/records/setting.ts';

type Printing = { form: Form; settings: Setting };

/** What is printed from the form of the address alone; `newest` stands for the one that reports are begun with today. */
export function OnForm({ children }: { children: (printing: Printing) => ReactNode }): ReactNode {
  const { id = '' } = useParams();
  const form = useRead('forms.get', id === 'newest' ? {} : { id });
  const settings = useRead('settings.get', {});
  const failure = form.error ?? settings.error;
  if (failure) return <Failed failure={failure} />;
  if (!form.data || !settings.data) return <Waiting />;
  return children({ form: form.data, settings: settings.data });
}
