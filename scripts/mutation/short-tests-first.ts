import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * A mutant's tests stop at the first failure. So the files beside the changed code run first, then those of the further
 * folders, each group from the shortest to the longest.
 */
export class ShortTestsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const places = (process.env.MUTATION_TESTS ?? '').split(',').map((pattern) => pattern.replace(/\*.*$/, ''));
    const ranked = files.map((file) => {
      const path = relative(this.ctx.config.root, file.moduleId);
      const duration = this.ctx.cache.getFileTestResults(`${file.project.name}:${path}`)?.duration ?? 0;
      return { file, duration, place: places.findIndex((place) => path.startsWith(place)) };
    });
    return ranked.toSorted((a, b) => a.place - b.place || a.duration - b.duration).map(({ file }) => file);
  }
}
