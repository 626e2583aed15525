import type { ReactNode } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { Checkboxes } from '#renderer/kit/index.ts';
import { caseTitle, type LinkedCase } from './CaseList.tsx';

type ThemesFieldProps = {
  themes: readonly string[];
  /** Those that it names already, also where the office's list has them no more. */
  named: readonly string[];
  field: UseFormRegisterReturn;
};

export function ThemesField({ themes, named, field }: ThemesFieldProps): ReactNode {
  const all = [...new Set([...themes, ...named])];
  return (
    <Checkboxes
      legend="Themes"
      legendSize="s"
      small
      items={all.map((value) => ({ value, text: value }))}
      {...field}
    />
  );
}

type CasesFieldProps = { cases: readonly LinkedCase[]; more: boolean; field: UseFormRegisterReturn };

/** The cases it is linked to; what is unticked is linked no more. */
export function CasesField({ cases, more, field }: CasesFieldProps): ReactNode {
  if (cases.length === 0) return null;
  return (
    <Checkboxes
      legend="Cases that led to it"
      legendSize="s"
      hint={
        more ? 'The latest of them. More are linked from each case.' : 'Untick what does not belong to it.'
      }
      small
      items={cases.map((one) => ({ value: one.id, text: caseTitle(one) }))}
      {...field}
    />
  );
}
