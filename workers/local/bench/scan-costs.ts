/**
 * What a million scans cost on Cloudflare at list prices, each followed by its form. Rows are those of one delivery to the
 * consumer and of destroying what it left after 48 hours and 7 days; test/worker/campaigns-scale.test.ts holds them. Pure.
 */
import { measured, prices } from './cost-figures.ts';
import { line, short } from './costs.ts';

const SCANS = 1_000_000;

export const scanRows = {
  /** A parcel of its own, alone in its delivery, by somebody who was not there on that day. */
  scan: { read: 18, written: 7 },
  /** The same of a form that is opened. */
  opening: { read: 14, written: 5 },
  /** As many parcels in one delivery, each of half a second in which so many scanned or opened at one place. */
  busy: { parcels: 10, events: 100, read: 2050, written: 1032 },
} as const;

/** Of a queue message: written, read and deleted. */
const OPERATIONS = 3;

type ScanMeter = 'requests' | 'cpuMs' | 'queueOperations' | 'rowsRead' | 'rowsWritten';
type Use = Record<ScanMeter, number>;

/** Scans that come one by one: each of them, and each form, is a message and a delivery. */
function quiet() {
  return withForms({
    requests: 2 * SCANS,
    queueOperations: 2 * SCANS * OPERATIONS,
    rowsRead: SCANS * (scanRows.scan.read + scanRows.opening.read),
    rowsWritten: SCANS * (scanRows.scan.written + scanRows.opening.written),
  });
}

/** Scans of a busy hour. */
function busy() {
  const { parcels, events, read, written } = scanRows.busy;
  const deliveries = (2 * SCANS) / (parcels * events);
  return withForms({
    requests: deliveries,
    queueOperations: deliveries * parcels * OPERATIONS,
    rowsRead: deliveries * read,
    rowsWritten: deliveries * written,
  });
}

/** With the redirect and the form themselves; at worst each finds an isolate that has yet to learn the code. */
function withForms(use: Omit<Use, 'cpuMs'>): Use {
  const reads = 1 + measured.form.read;
  return {
    ...use,
    requests: use.requests + 2 * SCANS,
    cpuMs: SCANS * measured.form.cpuMs,
    rowsRead: use.rowsRead + SCANS * reads,
  };
}

const labels: Record<ScanMeter, string> = {
  requests: 'requests and queue calls',
  cpuMs: 'CPU of the forms, seconds',
  queueOperations: 'queue operations',
  rowsRead: 'rows read',
  rowsWritten: 'rows written',
};

/** US dollars, as if nothing were included in the plan. */
function costOf(use: Use): number {
  return (Object.keys(labels) as ScanMeter[]).reduce((sum, meter) => {
    const { per, price } = prices.meters[meter];
    return sum + (use[meter] / per) * price;
  }, 0);
}

/** The table of docs/campaigns.md, in Markdown. */
export function scanTable(): string {
  const uses = [quiet(), busy()];
  return [
    line(['1,000,000 scans', 'one by one', 'in busy hours', 'included a month']),
    line(['---', '--:', '--:', '--:']),
    ...(Object.keys(labels) as ScanMeter[]).map((meter) => {
      const scale = meter === 'cpuMs' ? 1000 : 1;
      const told = [...uses.map((use) => use[meter]), prices.meters[meter].included];
      return line([labels[meter], ...told.map((value) => short(value / scale))]);
    }),
    line([
      '**US dollars, were nothing included**',
      ...uses.map((use) => `**${costOf(use).toFixed(2)}**`),
      '',
    ]),
  ].join('\n');
}
