/** Changes this process's environment variables and clears the cached configuration. */
export function configure(variables: Record<string, string>): void {
  Object.assign(process.env, variables);
  Reflect.deleteProperty(globalThis, Symbol.for('seqr-webshop.config'));
}
