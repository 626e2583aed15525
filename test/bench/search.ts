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
    select e.type, e.id, coalesce(v.date, c.raised_on, nullif(k.checked_on, '9999-12-31'), t.date, pl.data ->> 'published') as date,
      case e.type
        when 'visit' then concat_ws(', ', ifnull(s.name, 'Visit'), v.reference)
        when 'concern' then concat_ws(', ', ifnull(s.name, 'Concern'), c.reference)
        when 'recordCheck' then concat_ws(', ', ifnull(s.name, 'Record check'), k.reference)
        when 'letter' then t.data ->> 'subject'
        when 'planItem' then concat_ws(', ', 'Recommendation ' || (i.data ->> 'number'), own.title)
        else coalesce(n.name, p.name, l.name, pl.title) end as title,
      case e.type when 'suite' then 'Suite' when 'person' then 'Person' when 'panel' then 'Panel'
        when 'concern' then substr(c.data ->> 'matter', 1, 160)
        when 'recordCheck' then substr(concat_ws(', ',
          upper(substr(k.cohort, 1, 1)) || substr(k.cohort, 2), nullif(k.data ->> 'summary', '')), 1, 160)
        when 'letter' then 'To ' || (t.data ->> 'to')
        when 'plan' then coalesce(pl.data ->> 'source', upper(substr(pl.kind, 1, 1)) || substr(pl.kind, 2))
        when 'planItem' then substr(i.data ->> 'recommendation', 1, 160)
        else substr(coalesce(v.data ->> 'comments', v.data ->> 'praiseWords', v.data ->> 'delayReason', ''), 1, 160) end
        as detail
    from (select rowid as place from search where search match ? order by rowid desc limit ${limit}) found
      join search_entry e on e.place = found.place left join visit v on e.type = 'visit' and v.id = e.id
      left join concern c on e.type = 'concern' and c.id = e.id
      left join recordCheck k on e.type = 'recordCheck' and k.id = e.id
      left join letter t on e.type = 'letter' and t.id = e.id
      left join plan pl on e.type = 'plan' and pl.id = e.id
      left join planItem i on e.type = 'planItem' and i.id = e.id left join plan own on own.id = i.plan
      left join suite s on s.id = coalesce(v.suite, c.suite, k.suite)
      left join suite n on e.type = 'suite' and n.id = e.id
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
