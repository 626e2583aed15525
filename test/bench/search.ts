import { searchReads } from '#desk/search.ts';
import type { Output } from '#shared/contract.ts';
import { beside, type Measurement, mustAgree } from './measure.ts';
import { type Inside, must } from './store.ts';

type Hit = Output<'search.find'>[number];

/** From two letters that stand in nearly every report to words that few hold, and one that none does. */
const typed = [
  { text: 'st', query: '"st"*' },
  { text: 'calm', query: '"calm"*' },
  { text: 'solicitor asked', query: '"solicitor" "asked"*' },
  { text: 'cell hea', query: '"cell" "hea"*' },
  { text: 'zzz', query: '"zzz"*' },
];
const limit = 20;

/** What is found in a few letters, newest first, as the page shows it; against one statement over the same index. */
export const search = async (
  { r, ctx, db }: Inside,
  rounds: number,
  records: string,
): Promise<Measurement[]> => {
  const hand = db.prepare<unknown[], Hit>(`
    select e.type, e.id, v.date,
      coalesce(n.name, p.name, l.name, concat_ws(', ', ifnull(s.name, 'Visit'), v.reference)) as title,
      case e.type when 'suite' then 'Suite' when 'person' then 'Person' when 'panel' then 'Panel' else substr(
        coalesce(v.data ->> 'comments', v.data ->> 'praiseWords', v.data ->> 'delayReason', ''), 1, 160) end as detail
    from (select rowid as place from search where search match ? order by rowid desc limit ${limit}) found
      join search_entry e on e.place = found.place left join visit v on e.type = 'visit' and v.id = e.id
      left join suite s on s.id = v.suite left join suite n on e.type = 'suite' and n.id = e.id
      left join person p on e.type = 'person' and p.id = e.id left join panel l on e.type = 'panel' and l.id = e.id
    order by found.place desc`);
  const measured: Measurement[] = [];
  for (const { text, query } of typed) {
    const ours = () => must(searchReads['search.find'](r, { text, limit }, ctx));
    const peer = () => hand.all(query);
    mustAgree(text, ours(), peer());
    measured.push(await beside(`search, ${records}: "${text}"`, rounds, ours, peer));
  }
  return measured;
};
