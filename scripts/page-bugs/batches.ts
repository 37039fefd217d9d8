import { frameBugs } from './frame-bugs';
import { officeBugs } from './office-bugs';
import type { PageBug } from './page-bug';
import { productBugs } from './product-bugs';

/** The bugs of each build. Within a build, no bug hides another from its test. */
export const batches: Readonly<Record<string, readonly PageBug[]>> = {
  'bugs outside orders': [...frameBugs, ...productBugs, ...officeBugs],
};
