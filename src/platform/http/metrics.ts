/** Counters and gauges in the Prometheus text format; names and labels are ours, never what a person typed. */
export function createMetrics() {
  const counters = new Map<string, number>()
  const gauges = new Map<string, () => number>()
  const add = (name: string, by = 1) => counters.set(name, (counters.get(name) ?? 0) + by)
  return {
    add,
    gauge: (name: string, read: () => number) => gauges.set(name, read),
    request(method: string, status: number, milliseconds: number): void {
      add(`bac_thang_requests_total{method="${method}",status="${status}"}`)
      add('bac_thang_request_milliseconds_sum', milliseconds)
      add('bac_thang_request_milliseconds_count')
    },
    text(): string {
      const lines = [...counters, ...[...gauges].map(([name, read]) => [name, read()] as const)]
      return `${lines.map(([name, value]) => `${name} ${value}`).join('\n')}\n`
    },
  }
}

export type Metrics = ReturnType<typeof createMetrics>
