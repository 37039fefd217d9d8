import { stripVTControlCharacters } from 'node:util';
import type { PageBug } from './page-bug';

// The fields of Playwright's JSON report that are read here.

type Spec = {
  readonly file: string;
  readonly title: string;
  readonly tests: readonly { readonly results: readonly { readonly errors: readonly { message?: string }[] }[] }[];
};
type Suite = { readonly specs?: readonly Spec[]; readonly suites?: readonly Suite[] };
export type Report = { readonly suites: readonly Suite[] };

/** Returns the messages with which the bug's test failed; empty if the test passed or did not run. */
export function messagesOf(report: Report, { spec, test }: Pick<PageBug, 'spec' | 'test'>): string[] {
  return specsOf(report)
    .filter(({ file, title }) => file === spec && title === test)
    .flatMap(({ tests }) => tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors)))
    .map(({ message }) => stripVTControlCharacters(message ?? ''));
}

function specsOf({ specs = [], suites = [] }: Suite): Spec[] {
  return [...specs, ...suites.flatMap(specsOf)];
}
