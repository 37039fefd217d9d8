import { forgetGlobal, processGlobal } from '../process-global';

/** Replaces a value of `processGlobal`, such as `sandbox`. */
export function setGlobal<T>(name: string, value: T): void {
  forgetGlobal(name);
  processGlobal(name, () => value);
}
