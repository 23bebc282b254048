/// <reference types="vite/types/importMeta.d.ts" />
/**
 * Imports run one way, and a citizen's request never loads what only staff or a print job needs (design.md, "The
 * house" and "Lazy parts"). Read from the sources, so that a wrong import fails here and not in production.
 */
import { describe, it } from 'vitest';

const sources: Record<string, string> = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>(['../../{workers,shared}/**/*.{ts,tsx}', '!**/*.d.ts'], {
      query: '?raw',
      import: 'default',
      eager: true,
    }),
  ).map(([path, text]) => [path.replace('../../', ''), text]),
);

interface Import {
  /** File inside the project, or the name of a package. */
  target: string;
  /** Evaluated when the importing file is: neither `import type` nor `import()`. */
  eager: boolean;
}

const STATEMENT = /^(?:import|export)\s(type\s)?(?:[^;'"]*?\sfrom\s)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]/g;

function importsOf(file: string): Import[] {
  const text = (sources[file] ?? '').replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return [
    ...[...text.matchAll(STATEMENT)].map(([, type, name = '']) => ({
      target: resolve(file, name),
      eager: type === undefined,
    })),
    ...[...text.matchAll(DYNAMIC)].map(([, name = '']) => ({ target: resolve(file, name), eager: false })),
  ];
}

function resolve(file: string, name: string): string {
  return name.startsWith('.') ? new URL(name, `file:///${file}`).pathname.slice(1) : name;
}

const all = Object.keys(sources).flatMap((file) => importsOf(file).map((one) => ({ file, ...one })));

/** Every file and package that is evaluated with this one, with the chain that leads there. */
function reached(entry: string): Map<string, string> {
  const chains = new Map([[entry, entry]]);
  for (const [file, chain] of chains)
    for (const { target, eager } of importsOf(file))
      if (eager && !chains.has(target)) chains.set(target, `${chain} → ${target}`);
  return chains;
}

/** Later rooms stand on earlier ones; rooms of one rank may know each other. */
const ranks: [RegExp, number][] = [
  [/^shared\//, 0],
  [/^workers\/(platform|privacy|messaging)\//, 1],
  [/^workers\/regency\//, 2],
  [/^workers\/clocks\//, 3],
  [/^workers\/ui\//, 3],
  [/^workers\/cases\//, 4],
  [/^workers\/features\//, 5],
  [/^workers\/app\.tsx$/, 6],
  [/^workers\/index\.ts$/, 7],
  [/^workers\/local\//, 8],
];

const rankOf = (path: string) => ranks.find(([pattern]) => pattern.test(path))?.[1];

/** "staff" for workers/features/staff/session.ts; null for the files that features share. */
const featureOf = (path: string) => /^workers\/features\/([\w-]+)\//.exec(path)?.[1] ?? null;

/** What a feature shows to others: its queries, the desk's door, and the door's second question. */
const isShown = (path: string) =>
  path.endsWith('/queries.ts') || /^workers\/features\/staff\/(session\.ts|recent\.tsx)$/.test(path);

describe('imports', () => {
  it('are read from the sources', ({ expect }) => {
    expect(Object.keys(sources).length).toBeGreaterThan(100);
    expect(all.some((one) => one.file === 'workers/app.tsx' && one.target === 'hono')).toBe(true);
  });

  it('run one way through the house', ({ expect }) => {
    expect(Object.keys(sources).filter((file) => rankOf(file) === undefined)).toEqual([]);
    const wrong = all.filter(({ file, target }) => (rankOf(target) ?? 0) > (rankOf(file) ?? 0));
    expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  it('keep shared pure: zod and itself', ({ expect }) => {
    const wrong = all.filter(
      ({ file, target }) => file.startsWith('shared/') && !target.startsWith('shared/') && target !== 'zod',
    );
    expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  it('reach another feature through its queries only', ({ expect }) => {
    const wrong = all.filter(({ file, target }) => {
      const [from, to] = [featureOf(file), featureOf(target)];
      return from !== null && to !== null && from !== to && !isShown(target);
    });
    expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  it('make no circle of features', ({ expect }) => {
    const edges = new Map<string, Set<string>>();
    for (const { file, target } of all) {
      const [from, to] = [featureOf(file), featureOf(target)];
      if (from && to && from !== to) edges.set(from, (edges.get(from) ?? new Set()).add(to));
    }
    const leadsBack = (start: string, at: string, seen = new Set<string>()): boolean =>
      [...(edges.get(at) ?? [])].some((next) => {
        if (next === start) return true;
        if (seen.has(next)) return false;
        seen.add(next);
        return leadsBack(start, next, seen);
      });
    expect([...edges.keys()].filter((feature) => leadsBack(feature, feature))).toEqual([]);
  });
});

describe('what a citizen never loads', () => {
  const lazy =
    /^(better-auth|better-call|@better-auth\/|@cantoo\/pdf-lib|@pdf-lib\/fontkit|qr\/decode|workers\/ui\/generated\/fonts|nodemailer|read-excel-file|write-excel-file|node_modules\/write-excel-file|papaparse|@zxing|zxing|topojson-|d3-)/;

  it.for(['workers/app.tsx', 'workers/index.ts'])('stays behind import() from %s', (entry, { expect }) => {
    const chains = reached(entry);
    expect(chains.size).toBeGreaterThan(50);
    expect([...chains].filter(([target]) => lazy.test(target)).map(([, chain]) => chain)).toEqual([]);
    expect(chains.get('workers/features/staff/auth.ts')).toBeUndefined();
  });

  it('is still there for those who need it', ({ expect }) => {
    const signIn = importsOf('workers/features/staff/sign-in.ts');
    expect(signIn).toContainEqual({ target: 'workers/features/staff/auth.ts', eager: false });
    expect([...reached('workers/features/staff/auth.ts').keys()]).toContain('better-auth/minimal');
  });
});
