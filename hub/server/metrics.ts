/** Seconds that answers are sorted by. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const mostDevices = 100_000;

type Labels = Record<string, string>;

const nameOf = (metric: string, labels: Labels): string => {
  const inside = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return inside.length > 0 ? `${metric}{${inside.join(',')}}` : metric;
};

/** What this process counts of its work, for Prometheus. Labels come from fixed lists, never from a request. */
export const createMetrics = () => {
  const counts = new Map<string, number>();
  const devices = new Set<string>();
  const add = (metric: string, labels: Labels, by = 1) => {
    const name = nameOf(metric, labels);
    counts.set(name, (counts.get(name) ?? 0) + by);
  };

  const text = () => {
    const described: [metric: string, kind: string, help: string][] = [
      ['icv_hub_requests_total', 'counter', 'Requests by message and status'],
      ['icv_hub_changes_total', 'counter', 'Changes by what they were answered'],
      ['icv_hub_pages_total', 'counter', 'Shared pages, built or from memory'],
      ['icv_hub_request_seconds', 'histogram', 'Time to answer'],
      ['icv_hub_devices_seen', 'gauge', 'Devices seen since this process began'],
    ];
    return described
      .flatMap(([metric, kind, help]) => [
        `# HELP ${metric} ${help}`,
        `# TYPE ${metric} ${kind}`,
        ...[...counts].filter(([name]) => name.startsWith(metric)).map(([name, count]) => `${name} ${count}`),
        ...(metric === 'icv_hub_devices_seen' ? [`${metric} ${devices.size}`] : []),
      ])
      .concat('')
      .join('\n');
  };

  return {
    request(message: string, status: number, seconds: number) {
      add('icv_hub_requests_total', { message, status: String(status) });
      for (const bucket of buckets)
        add('icv_hub_request_seconds_bucket', { le: String(bucket) }, seconds <= bucket ? 1 : 0);
      add('icv_hub_request_seconds_bucket', { le: '+Inf' });
      add('icv_hub_request_seconds_sum', {}, seconds);
      add('icv_hub_request_seconds_count', {});
    },
    change: (answer: string) => add('icv_hub_changes_total', { answer }),
    page: (how: 'built' | 'cached') => add('icv_hub_pages_total', { how }),
    device(id: string) {
      if (devices.size < mostDevices) devices.add(id);
    },
    text,
  };
};
export type Metrics = ReturnType<typeof createMetrics>;
