import type { ReactNode } from 'react';
import { useRead } from '#renderer/app/host.tsx';
import { Select, type SelectProps } from '#renderer/kit/index.ts';

/**
 * The panel that something belongs to. It is drawn again when the panels arrive, because a select cannot hold a value
 * that it does not offer yet.
 */
export function PanelSelect(control: Omit<SelectProps, 'label' | 'options'>): ReactNode {
  const panels = useRead('panels.list', {});
  return (
    <Select
      key={panels.data?.length}
      label="Panel"
      options={[
        { value: '', text: 'No panel' },
        ...(panels.data ?? []).map(({ id, name }) => ({ value: id, text: name })),
      ]}
      {...control}
    />
  );
}
