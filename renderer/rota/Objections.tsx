import type { ReactNode } from 'react';
import type { RotaObjection } from '#shared/rota-views.ts';

/** What speaks against a place, in words: what keeps it from standing first, with the reason why it stands all the same. */
export function Objections({ objections }: { objections: readonly RotaObjection[] }): ReactNode {
  const sorted = objections.toSorted(
    (a, b) => Number(a.weight !== 'must not') - Number(b.weight !== 'must not'),
  );
  if (sorted.length === 0) return null;
  return (
    <ul className="desk-rota__against">
      {sorted.map(({ weight, text, despite }) => (
        <li key={text} className={weight === 'must not' ? 'desk-rota__must' : undefined}>
          {text}.{weight === 'must not' && despite === null && <strong> Must not stand.</strong>}
          {despite !== null && <span className="desk-rota__despite"> Stands because: {despite}</span>}
        </li>
      ))}
    </ul>
  );
}
