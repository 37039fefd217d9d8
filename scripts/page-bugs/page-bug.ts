import type { Patch } from '../chaos/sabotages';

/** A deliberate bug in a page, and the browser test that must find it. */
export type PageBug = Patch & {
  readonly name: string;
  /** The test's file in e2e, and its title. */
  readonly spec: string;
  readonly test: string;
  /** A part of the failure's message, so that a failure for another reason does not count. */
  readonly failure: string;
};
