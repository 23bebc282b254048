/** The order in which test files begin: the longest first, so that no core waits for the last one. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** @param names files that take longest, without ".test.ts", the longest first; the others follow by their names */
export function longestFirst(names: readonly string[]) {
  const rank = ({ moduleId }: TestSpecification) => {
    const found = names.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
    return found < 0 ? names.length : found;
  };
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      return files.toSorted((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId));
    }
  };
}
