import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Select } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { type Asked, rotaAddress } from './address.ts';

type ChosenProps = { rota: Output<'rota.get'>; asked: Asked };

/** The quarter one looks at, with the way to those beside it, and of which panel. Both are part of the address. */
export function Chosen({ rota, asked }: ChosenProps): ReactNode {
  const [path, go] = useLocation();
  const { quarter, previous, next, panels } = rota;
  const to = (id: string) => `#${rotaAddress(path, { ...asked, quarter: id })}`;
  return (
    <div className="desk-rota__chosen desk-screen-only">
      <nav aria-label="Quarter" className="desk-places">
        <ul>
          <li>
            <a className="govuk-link" href={to(previous)}>
              Quarter before
            </a>
          </li>
          <li>
            <a className="govuk-link" aria-current="page" href={to(quarter.id)}>
              {quarter.label}
            </a>
          </li>
          <li>
            <a className="govuk-link" href={to(next)}>
              Quarter after
            </a>
          </li>
        </ul>
      </nav>
      {panels.length > 1 && (
        <Select
          id="panel"
          label="Panel"
          value={asked.panel ?? ''}
          options={[
            { value: '', text: 'Every panel' },
            ...panels.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          onChange={({ target }) => {
            const { panel: _, ...rest } = asked;
            go(rotaAddress(path, target.value ? { ...rest, panel: target.value } : rest));
          }}
        />
      )}
    </div>
  );
}
