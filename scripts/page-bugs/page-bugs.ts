import { frameBugs } from './frame-bugs';
import { officeBugs } from './office-bugs';
import type { PageBug } from './page-bug';
import { productBugs } from './product-bugs';

/** All bugs are built together, because none hides another from its test. */
export const pageBugs: readonly PageBug[] = [...frameBugs, ...productBugs, ...officeBugs];
